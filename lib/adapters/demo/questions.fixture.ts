/** Questions that the corpus answers, across its five areas; for tests. */
export const QUESTIONS = [
  'Why is the sky blue?',
  'How long should I boil an egg?',
  'Should a startup of five people begin with microservices?',
  'Is coffee bad for sleep?',
  'How do I store passwords safely?',
  'SQL or NoSQL for an online shop?',
  'How much should I keep in an emergency fund?',
  'How does Borda differ from Condorcet?',
  'My back hurts after lifting, what should I do?',
  'Should I learn TypeScript or JavaScript first?',
  'How can I learn Spanish in six months?',
  'Does remote work hurt productivity?',
  'Why do AI models give different answers?',
  'What is inflation?',
  'How does compound interest work?',
  'Which Cache-Control header should I use?',
]
