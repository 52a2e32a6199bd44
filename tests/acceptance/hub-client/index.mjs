// Follows alice's balance through the hub as a client app does: live, away and back, and from
// positions that the grid can't continue from. Prints each step; exits with 1 on any failure.
import { strict as assert } from 'node:assert'
import { randomUUID } from 'node:crypto'
import { positionOf, follow } from './expect.mjs'
import { BalanceFeed } from './feed.mjs'
import { book, signIn } from './grid.mjs'
import { milliseconds, quantile } from './latency.mjs'
import { cents, dollars } from './money.mjs'

const url = (process.env.GRID_URL ?? 'http://127.0.0.1:8080').replace(/\/+$/, '')
const password = 'demo-password-1'
const LATENCY_CREDITS = 50
const run = randomUUID().slice(0, 8)
let bookings = 0

function step(text) {
  console.log(`ok  ${text}`)
}

async function main() {
  const alice = await signIn(url, 'alice@demo.local', password)
  const service = await signIn(url, 'service@demo.local', password)
  assert.ok(alice.userId, "the login's answer has user_id")
  step(`signed in as alice (${alice.userId}) and service`)

  const booking = async (operation, amount) => {
    const reference = `hub-${run}-${++bookings}`
    const receipt = await book(url, service.token, alice.userId, operation, amount, reference)
    return { operation, cents: cents(amount), receipt }
  }

  let feed = await connect(alice)
  let position = positionOf((await feed.next('balance_initial')).payload)
  step(`balance_initial: ${dollars(position.total)} USD at version ${position.version}`)

  position = await seesACredit(feed, position, booking)
  await feed.stop()
  step('went offline')

  const missed = [
    await booking('credit', '1.01'),
    await booking('credit', '2.02'),
    await booking('credit', '3.03'),
    await booking('debit', '0.57'),
  ]
  step(`booked three credits and a debit while away`)

  feed = await connect(alice)
  await feed.next('balance_initial')
  position = await resumes(feed, position, missed)
  await startsAnew(feed, position, 'a position beyond the head', {
    ...position,
    version: position.version + 1_000_000,
  })
  await startsAnew(feed, position, 'another epoch', { ...position, epoch: `${position.epoch}0` })

  await measures(feed, position, booking)
  await feed.stop()
}

async function connect(user) {
  const feed = new BalanceFeed(url, user.token)
  await feed.start()
  return feed
}

async function seesACredit(feed, position, booking) {
  const booked = await booking('credit', '12.34')
  const { payload } = await feed.next('balance_updated')
  const now = follow(position, payload, booked)
  await feed.silence()
  step(`balance_updated: ${payload.previousBalance} → ${payload.newBalance}, version ${now.version}`)
  return now
}

async function resumes(feed, position, missed) {
  await feed.resume(position.epoch, position.version)
  for (const booked of missed) {
    position = follow(position, (await feed.next('balance_updated')).payload, booked)
  }
  await feed.silence()
  step(`resume: exactly the ${missed.length} missed updates, in order, to version ${position.version}`)
  return position
}

async function startsAnew(feed, position, what, from) {
  await feed.resume(from.epoch, from.version)
  const initial = positionOf((await feed.next('balance_initial')).payload)
  await feed.silence()
  assert.deepEqual(initial, position, 'balance_initial is the balance of now')
  step(`resume from ${what}: balance_initial`)
}

async function measures(feed, position, booking) {
  const taken = []
  for (let n = 0; n < LATENCY_CREDITS; n++) {
    const [booked, update] = await Promise.all([
      booking('credit', '0.01'),
      feed.next('balance_updated'),
    ])
    position = follow(position, update.payload, booked)
    taken.push(update.at - milliseconds(update.payload.timestamp))
  }
  const [median, most, max] = [0.5, 0.9, 1].map((part) => quantile(taken, part).toFixed(2))
  step(`commit to handler, ${taken.length} credits: median ${median} ms, p90 ${most} ms, max ${max} ms`)
}

try {
  await main()
  console.log('all well')
} catch (failure) {
  const cause = failure.cause ? ` (${failure.cause.message || failure.cause.code})` : ''
  console.error(`FAILED  ${failure.message}${cause}`)
  process.exitCode = 1
}
// A connection that a failure left open must not keep the process.
setTimeout(() => process.exit(), 500).unref()
