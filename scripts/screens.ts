// Makes the sheet of screenshots in docs/screens: 8 states × wide and phone × light and dark, and a few heroes.
// Needs a server with /dev/ui: SCREENS_URL, or it starts `next dev` itself.
