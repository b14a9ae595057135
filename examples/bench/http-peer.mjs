// The same client as Peer, over Streamable HTTP: one connection for each call that is under way.
import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { usageOf } from './peer.mjs'

export class HttpPeer {
  #process
  #url
  #session
  #id = 0
  #agent = new Agent({ keepAlive: true })

  constructor({ command, env }) {
    this.#process = spawn(command, ['http', '--port', '0'], { env, cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] })
  }

  async handshake() {
    for await (const line of createInterface({ input: this.#process.stderr })) {
      this.#url = / listens on (http:\S+)/.exec(line)?.[1]
      if (this.#url) break
    }
    this.#process.stderr.resume()
    const clientInfo = { name: 'bench', version: '1' }
    await this.ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo })
    await this.#post({ jsonrpc: '2.0', method: 'notifications/initialized' })
  }

  async ask(method, params = {}) {
    const message = await this.#post({ jsonrpc: '2.0', id: ++this.#id, method, params })
    if (message.error) throw new Error(JSON.stringify(message.error))
    return message.result
  }

  #post(message) {
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
    if (this.#session) headers['mcp-session-id'] = this.#session
    return new Promise((resolve, reject) => {
      const asked = request(this.#url, { method: 'POST', agent: this.#agent, headers }, response => {
        this.#session ??= response.headers['mcp-session-id']
        let body = ''
        response.on('data', bytes => { body += bytes })
        response.on('end', () => resolve(last(body, message.id)))
      })
      asked.on('error', reject)
      asked.end(JSON.stringify(message))
    })
  }

  usage() {
    return usageOf(this.#process.pid)
  }

  async end() {
    const gone = new Promise(resolve => this.#process.on('exit', resolve))
    this.#process.kill()
    await gone
    this.#agent.destroy()
  }
}

/** The answer to the request, whether it came alone or at the end of a stream of events. */
function last(body, id) {
  if (!body || body.startsWith('{')) return body ? JSON.parse(body) : undefined
  return body.split('\n').filter(line => line.startsWith('data: {')).map(line => JSON.parse(line.slice(6)))
    .find(message => message.id === id && !message.method)
}
