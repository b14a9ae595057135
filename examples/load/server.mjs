// minimax-mcp http as a process of its own, and what it holds while it is under load. Linux and a JDK.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readlinkSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** @param minimax where it finds MiniMax */
export async function serve(launcher, minimax, settings = {}) {
  const home = mkdtempSync(join(tmpdir(), 'load-'))
  const env = {
    PATH: process.env.PATH, HOME: home, MINIMAX_API_KEY: 'sk-api-load', MINIMAX_API_HOST: minimax,
    MINIMAX_MCP_RATE_SPEECH: '60000', MINIMAX_MCP_RATE_VIDEO: '60000', MINIMAX_MCP_RATE_QUERY: '60000', ...settings,
  }
  for (const name of ['JAVA_HOME', 'MINIMAX_MCP_JAVA']) if (process.env[name]) env[name] = process.env[name]
  const server = spawn(launcher, ['http', '--port', '0'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface({ input: server.stderr })) {
    const url = / listens on (http:\S+)\/mcp/.exec(line)?.[1]
    if (url) {
      server.stderr.resume()
      return { url, pid: server.pid, end: () => server.kill() }
    }
    console.error(line)
  }
  throw new Error('the server does not listen')
}

/** Threads and resident megabytes of the process. */
export function footprint({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const figure = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1])
  return { threads: figure('Threads'), mb: Math.round(figure('VmRSS') / 1024) }
}

/** How many objects of these classes are alive, and the live heap in megabytes: after a full collection. */
export function alive({ pid }, names) {
  const jcmd = join(dirname(readlinkSync(`/proc/${pid}/exe`)), 'jcmd')
  const histogram = execFileSync(jcmd, [String(pid), 'GC.class_histogram'], { encoding: 'utf8', maxBuffer: 1e8 })
  const rows = histogram.split('\n').map((line) => line.trim().split(/\s+/))
  const counts = Object.fromEntries(names.map((name) =>
    [name, Number(rows.find((row) => row[3]?.endsWith(`.${name}`))?.[1] ?? 0)]))
  const total = rows.find((row) => row[0] === 'Total')
  return { ...counts, heapMb: Math.round(Number(total[2]) / 1e5) / 10 }
}

/** Says what was promised and did not come true, and ends this process with what came of it. */
export function judge(promises) {
  const broken = Object.entries(promises).filter(([, kept]) => !kept).map(([promise]) => promise)
  console.log(broken.length ? `NOT KEPT: ${broken.join('; ')}` : `kept: ${Object.keys(promises).join('; ')}`)
  process.exit(broken.length ? 1 : 0)
}

/** Every job that the session's tenant can see, by its id. */
export async function allJobs(session) {
  const jobs = new Map()
  for (let cursor; ;) {
    const page = (await session.call('list_jobs', { limit: 50, ...(cursor && { cursor }) })).structuredContent
    for (const job of page.jobs) jobs.set(job.job_id, job.status)
    cursor = page.next_cursor
    if (!cursor) return jobs
  }
}

export const say = (words, figures) => console.log(`${words}: ${JSON.stringify(figures)}; load average ${loadavg()[0].toFixed(1)}`)
