// Follows alice's balance through the hub while she is credited through another front, until
// SIGTERM comes: whatever happens to the grid meanwhile, each acknowledged credit must be seen, no
// version twice and none left out. Exits with 1 when one is.
import { strict as assert } from 'node:assert'
import { randomUUID } from 'node:crypto'
import { positionOf } from './expect.mjs'
import { BalanceFeed } from './feed.mjs'
import { book, signIn } from './grid.mjs'
import { milliseconds, quantile } from './latency.mjs'

const [feedUrl, bookUrl] = [process.env.GRID_URL, process.env.BOOK_URL ?? process.env.GRID_URL]
const password = 'demo-password-1'
const PAUSE = 200
const RETRY_PAUSE = 500
const GIVE_UP_AFTER = 60_000
const run = randomUUID().slice(0, 8)
const seen = { updates: 0, reconnects: 0, retries: 0, taken: [] }
const credited = new Map()
let stopping = false
let position

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Asks again with the same key until there is an answer: the key makes one credit of it. */
async function untilDone(what) {
  const end = Date.now() + GIVE_UP_AFTER
  for (;;) {
    try {
      return await what()
    } catch (failure) {
      if (Date.now() > end) throw failure
      seen.retries++
      await pause(RETRY_PAUSE)
    }
  }
}

async function books(service, userId) {
  for (let n = 1; !stopping; n++) {
    const receipt = await untilDone(() =>
      book(bookUrl, service.token, userId, 'credit', '0.01', `watch-${run}-${n}`))
    credited.set(receipt.version, receipt.transaction_id)
    await pause(PAUSE)
  }
}

async function connect(alice) {
  const feed = new BalanceFeed(feedUrl, alice.token)
  await feed.start()
  const initial = positionOf((await feed.next('balance_initial')).payload)
  if (position) {
    await feed.resume(position.epoch, position.version)
  } else {
    position = { epoch: initial.epoch, version: initial.version }
    seen.first = initial.version
  }
  return feed
}

function take({ payload, at }) {
  assert.equal(payload.epoch, position.epoch, 'epoch')
  assert.equal(payload.fromVersion ?? position.version, position.version, 'nothing is left out')
  assert.ok(
    payload.fromVersion != null || payload.version === position.version + 1,
    `version ${payload.version} follows ${position.version}`)
  assert.ok(payload.version > position.version, 'no version comes twice')
  position.version = payload.version
  seen.updates++
  seen.taken.push(at - milliseconds(payload.timestamp))
}

// A connection that breaks is opened again, and goes on where the last one ended.
async function follows(alice) {
  const last = () => Math.max(seen.first ?? 0, ...credited.keys())
  let feed
  let quietSince = Date.now()
  while (!stopping || position.version < last()) {
    if (!feed) {
      feed = await untilDone(() => connect(alice))
      quietSince = Date.now()
    }
    const event = await feed.poll(1000)
    if (event) {
      assert.equal(event.name, 'balance_updated', `not ${event.name}`)
      take(event)
      quietSince = Date.now()
    } else if (!feed.isConnected) {
      seen.reconnects++
      feed = undefined
    }
    assert.ok(
      position.version >= last() || Date.now() - quietSince < GIVE_UP_AFTER,
      `version ${position.version} is the last seen, ${last()} was acknowledged`)
  }
  await feed.silence()
  await feed.stop()
}

async function main() {
  const alice = await signIn(feedUrl, 'alice@demo.local', password)
  const service = await signIn(bookUrl, 'service@demo.local', password)
  process.once('SIGTERM', () => (stopping = true))
  const following = follows(alice)
  while (!position) await Promise.race([pause(100), following])
  await Promise.all([following, books(service, alice.userId)])
  const [median, most, max] = [0.5, 0.9, 1].map((part) => quantile(seen.taken, part).toFixed(1))
  console.log(
    `hub client: ${credited.size} credits acknowledged, all seen in ${seen.updates} updates, `
    + `${seen.retries} retries, ${seen.reconnects} reconnects; `
    + `to the handler: median ${median} ms, p90 ${most} ms, max ${max} ms`)
}

try {
  await main()
} catch (failure) {
  console.error(`hub client FAILED: ${failure.message}`)
  process.exitCode = 1
}
setTimeout(() => process.exit(), 500).unref()
