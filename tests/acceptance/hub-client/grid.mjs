// The grid's HTTP calls that this check needs.

/** Signs in; the answer has the token and the user's id. */
export async function signIn(url, email, password) {
  const answer = await post(`${url}/auth/login`, { email, password })
  return { userId: answer.user_id, token: answer.access_token }
}

/** Credits or debits a wallet in dollars, as the service; answers the receipt. */
export function book(url, token, userId, operation, amount, reference) {
  return post(
    `${url}/api/wallets/${userId}/${operation}`,
    {
      currency: 'USD',
      amount,
      transaction_type: 'hub_check',
      reference_id: reference,
      counterparty: 'world:hub-check',
    },
    { Authorization: `Bearer ${token}`, 'Idempotency-Key': reference },
  )
}

async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`POST ${url}: ${answer.status} ${text}`)
  return JSON.parse(text)
}
