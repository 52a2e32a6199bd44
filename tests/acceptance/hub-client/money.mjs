// Exact sums of US dollars in cents, read from decimal texts without a float between.

export function cents(text) {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) throw new Error(`'${text}' is not an amount of dollars and cents`)
  const [, sign, whole, part = ''] = match
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
  return sign ? -value : value
}

export function dollars(value) {
  const size = value < 0n ? -value : value
  const text = `${size / 100n}.${String(size % 100n).padStart(2, '0')}`
  return value < 0n ? `-${text}` : text
}
