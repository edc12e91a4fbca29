const MODEL_PATH = /^(.*\/models\/)(.+?)(\/insights)?$/

/**
 * A path under `/models` with the id as one segment. Ids contain slashes, which programs send as they are, encoded, or
 * encoded once more by a proxy on the way.
 */
export function withModelId(pathname: string): string {
  return pathname.replace(MODEL_PATH, (_, before: string, id: string, after = '') => {
    return `${before}${encodeURIComponent(id.replaceAll(/%(25)*2f/gi, '/'))}${after}`
  })
}
