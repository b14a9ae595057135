// One sandbox server over HTTP, for as long as clients are tried on it.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** @returns the server's URL without a path, and how to end it */
export async function serve(launcher) {
  const server = spawn(launcher, ['http', '--sandbox', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface({ input: server.stderr })) {
    const url = /listens on (http:\S+)\/mcp/.exec(line)?.[1]
    if (url) {
      server.stderr.resume()
      return { url, end: () => server.kill() }
    }
    console.error(line)
  }
  throw new Error('the server does not listen')
}
