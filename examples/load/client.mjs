// A small MCP client with a session, for thousands of them in one process.
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const INITIALIZE = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'load', version: '1' } }

/** @returns the status, the headers and the last message of the body */
export function post(url, session, message, begun = () => {}) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }
    if (session) headers['Mcp-Session-Id'] = session
    const sent = request(`${url}/mcp`, { method: 'POST', agent, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text) => { body += text })
      response.on('error', reject)
      response.on('end', () => {
        const isStream = response.headers['content-type']?.startsWith('text/event-stream')
        const last = isStream ? body.split('\n').findLast((line) => line.startsWith('data: '))?.slice(6) : body
        resolve({ status: response.statusCode, headers: response.headers, message: last ? JSON.parse(last) : undefined })
      })
      begun(sent)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(message))
  })
}

export class Session {
  #ids = 0

  static async open(url) {
    const session = new Session()
    const greeted = await post(url, '', { jsonrpc: '2.0', id: 0, method: 'initialize', params: INITIALIZE })
    if (greeted.status !== 200) throw new Error(`initialize: ${greeted.status}`)
    session.url = url
    session.id = greeted.headers['mcp-session-id']
    await post(url, session.id, { jsonrpc: '2.0', method: 'notifications/initialized' })
    return session
  }

  /** @param begun given the request once the head of its answer is there */
  async ask(method, params, begun) {
    const answer = await post(this.url, this.id, { jsonrpc: '2.0', id: ++this.#ids, method, params }, begun)
    if (!answer.message?.result) throw new Error(`${method}: ${answer.status} ${JSON.stringify(answer.message)}`)
    return answer.message.result
  }

  call(name, args, begun) {
    const _meta = { progressToken: this.#ids + 1 }
    return this.ask('tools/call', { name, arguments: args, _meta }, begun)
  }

  close() {
    return new Promise((resolve) => {
      const headers = { 'Mcp-Session-Id': this.id }
      request(`${this.url}/mcp`, { method: 'DELETE', agent, headers }, (response) => {
        response.resume()
        response.on('end', resolve)
      }).end()
    })
  }
}
