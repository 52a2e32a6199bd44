import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'

const EVENTS = [
  'balance_initial',
  'balance_updated',
  'account_updated',
  'balance_insufficient',
  'transaction_completed',
  'transaction_failed',
  'trade_updated',
  'notification',
  'error',
]

/** One connection to the balance hub; keeps the balance events in the order they came. */
export class BalanceFeed {
  #connection
  #events = []
  #arrived = () => {}

  constructor(url, token) {
    this.#connection = new HubConnectionBuilder()
      .withUrl(`${url}/balance`, { accessTokenFactory: () => token })
      .configureLogging(LogLevel.None)
      .build()
    for (const name of EVENTS) {
      this.#connection.on(name, (payload) => this.#take(name, payload))
    }
  }

  start() {
    return this.#connection.start()
  }

  stop() {
    return this.#connection.stop()
  }

  resume(epoch, version) {
    return this.#connection.invoke('resume', { epoch, version })
  }

  get isConnected() {
    return this.#connection.state === HubConnectionState.Connected
  }

  /** The next balance event; nothing when none comes in time. */
  poll(milliseconds) {
    return this.#shift(milliseconds)
  }

  /** Waits for the next balance event; fails after the time, or when it is another one. */
  async next(name, milliseconds = 5000) {
    const event = await this.#shift(milliseconds)
    if (!event) throw new Error(`no ${name} within ${milliseconds} ms`)
    if (event.name !== name) {
      throw new Error(`${event.name} came, not ${name}: ${JSON.stringify(event.payload)}`)
    }
    return event
  }

  /** Waits so long for nothing to come. */
  async silence(milliseconds = 400) {
    const event = await this.#shift(milliseconds)
    if (event) {
      throw new Error(`${event.name} came, nothing should: ${JSON.stringify(event.payload)}`)
    }
  }

  #take(name, payload) {
    // Events that may come beside the balance are not this check's matter; an error is.
    if (name.startsWith('balance_') || name === 'error') {
      this.#events.push({ name, payload, at: performance.timeOrigin + performance.now() })
      this.#arrived()
    }
  }

  async #shift(milliseconds) {
    if (this.#events.length === 0) {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        this.#arrived = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    return this.#events.shift()
  }
}
