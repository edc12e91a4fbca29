// Next looks for this file in all parent folders, so without one of its own the control would boot the product.
export function register() {}
