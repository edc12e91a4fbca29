// As with instrumentation: its own, so that the product's is not found. It matches nothing.
export function middleware() {}

export const config = { matcher: '/never' }
