/** Milliseconds since the epoch of an RFC 3339 time, with what it has below a millisecond. */
export function milliseconds(timestamp) {
  const match = /^(.*:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(timestamp)
  if (!match) throw new Error(`'${timestamp}' is not a time`)
  const [, seconds, fraction = '0', zone] = match
  return Date.parse(seconds + zone) + Number(fraction) * 1000
}

/** The value that the given part of the values does not pass. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]
}
