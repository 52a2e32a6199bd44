import { strict as assert } from 'node:assert'
import { cents, dollars } from './money.mjs'

/** What a client knows of the balance: where it is in the stream, and how much there is. */
export function positionOf(initial) {
  assert.ok(initial.epoch !== undefined && initial.epoch !== null, 'balance_initial has an epoch')
  assert.equal(initial.currency, 'USD', "balance_initial is in alice's display currency")
  assert.ok(Number.isSafeInteger(initial.version), 'balance_initial has a version')
  assert.ok(Array.isArray(initial.balances), 'balance_initial has all balances')
  const line = initial.balances.find((b) => b.currency === 'USD' && b.account === 'spot')
  const total = line ? cents(line.total) : 0n
  const available = line ? cents(line.available) : 0n
  assert.ok(initial.balance === null || typeof initial.balance === 'number')
  return { epoch: initial.epoch, version: initial.version, total, available }
}

/** Checks an update against the position before it and what was booked; answers the new one. */
export function follow(before, update, booked) {
  const change = booked.operation === 'credit' ? booked.cents : -booked.cents
  const total = before.total + change
  const available = before.available + change
  assert.equal(update.epoch, before.epoch, 'epoch')
  assert.equal(update.version, before.version + 1, 'version is one above the last')
  assert.equal(update.fromVersion ?? null, null, 'nothing was coalesced')
  assert.equal(update.currency, 'USD', 'currency')
  assert.equal(update.account, 'spot', 'account')
  assert.equal(cents(update.total), total, 'total')
  assert.equal(cents(update.available), available, 'available')
  assert.equal(cents(update.total) - cents(update.available), cents(update.locked), 'locked')
  assert.equal(update.transactionType, 'hub_check', 'transactionType')
  assert.equal(update.transactionId, booked.receipt.transaction_id, 'transactionId')
  assert.equal(update.version, booked.receipt.version, "the receipt's version")
  numbersFollow(update, booked)
  return { epoch: before.epoch, version: update.version, total, available }
}

// newBalance, previousBalance and amount are for display: numbers, near enough to the cent.
function numbersFollow(update, booked) {
  for (const name of ['newBalance', 'previousBalance', 'amount']) {
    assert.equal(typeof update[name], 'number', `${name} is a number`)
  }
  const amount = Number(dollars(booked.cents))
  const change = booked.operation === 'credit' ? amount : -amount
  assert.ok(Math.abs(Math.abs(update.amount) - amount) < 0.005, 'amount')
  const moved = update.newBalance - update.previousBalance
  assert.ok(Math.abs(moved - change) < 0.005, 'newBalance less previousBalance')
  const shown = [update.available, update.total].map(Number)
  assert.ok(shown.some((value) => Math.abs(value - update.newBalance) < 0.005), 'newBalance')
}
