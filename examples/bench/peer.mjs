// A client that speaks JSON-RPC by hand over a server's own streams: it costs the machine as little as can be.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'

const TICKS_PER_MS = 0.1 // of /proc/PID/stat, USER_HZ = 100

/** What a process holds and has used: megabytes resident, milliseconds of processor time. */
export function usageOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return {
    rss: Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024,
    cpu: (Number(times[11]) + Number(times[12])) / TICKS_PER_MS,
  }
}

export class Peer {
  #process
  #waiting = new Map()
  #id = 0

  constructor({ command, args, env }) {
    this.#process = spawn(command, args, { env, cwd: tmpdir(), stdio: ['pipe', 'pipe', 'ignore'] })
    createInterface({ input: this.#process.stdout }).on('line', line => {
      const message = JSON.parse(line)
      const waiter = this.#waiting.get(message.id)
      if (!waiter || message.method) return
      this.#waiting.delete(message.id)
      if (message.error) waiter.reject(new Error(JSON.stringify(message.error)))
      else waiter.resolve(message.result)
    })
    this.#process.on('exit', code => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${command} ended with ${code}`))
    })
  }

  ask(method, params = {}) {
    const id = ++this.#id
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#send({ jsonrpc: '2.0', id, method, params })
    })
  }

  tell(method) {
    this.#send({ jsonrpc: '2.0', method })
  }

  #send(message) {
    this.#process.stdin.write(JSON.stringify(message) + '\n')
  }

  async handshake() {
    const clientInfo = { name: 'bench', version: '1' }
    await this.ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo })
    this.tell('notifications/initialized')
  }

  usage() {
    return usageOf(this.#process.pid)
  }

  async end() {
    const gone = new Promise(resolve => this.#process.on('exit', resolve))
    this.#process.stdin.end()
    const impatient = setTimeout(() => this.#process.kill('SIGKILL'), 2000)
    await gone
    clearTimeout(impatient)
  }
}
