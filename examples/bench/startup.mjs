// Spawn to `initialize`, to `tools/list` and to the first call answered; processor time and memory then.
// Usage: node startup.mjs LAUNCHER [ROUNDS]; the servers take turns, so that what else the machine does falls on all of them.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { contenders, median } from './contenders.mjs'
import { Peer } from './peer.mjs'
import { plot } from './plot.mjs'
import { serve } from './upstream.mjs'

const [launcher, rounds = 15] = process.argv.slice(2)
// Revision 2026-07-28 knows no handshake: the first message is the question.
const modern = {
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
  },
}
const work = mkdtempSync(`${tmpdir()}/minimax-mcp-bench-`)
const upstream = await serve()
const { ours, theirs } = contenders(launcher, upstream.host, work)
const all = [...ours, ...ours.map(one => ({ ...one, name: `${one.name}, 2026-07-28`, stateless: true })), theirs]
const seen = new Map(all.map(one => [one, []]))
for (let round = 0; round < Number(rounds); round++) for (const one of all) seen.get(one).push(await start(one))
report()
upstream.close()
rmSync(work, { recursive: true })

async function start(contender) {
  const begun = performance.now()
  const peer = new Peer(contender)
  const params = contender.stateless ? modern : {}
  if (!contender.stateless) await peer.handshake()
  const initialize = performance.now() - begun
  await peer.ask('tools/list', params)
  const list = performance.now() - begun
  const idle = peer.usage()
  await peer.ask('tools/call', { ...params, name: 'list_voices', arguments: {} })
  const call = performance.now() - begun
  const after = peer.usage()
  await peer.end()
  return { initialize, list, cpu: idle.cpu, rss: idle.rss, call, 'cpu then': after.cpu, 'rss then': after.rss }
}

function report() {
  const medians = one => Object.fromEntries(
    Object.keys(seen.get(one)[0]).map(figure => [figure, median(seen.get(one).map(run => run[figure]))]),
  )
  const yardstick = medians(theirs)
  console.log(`medians of ${rounds} rounds, ms and MB; in brackets the ratio to ${theirs.name}; load ${loadavg()[0].toFixed(1)}`)
  for (const one of all) {
    const figures = Object.entries(medians(one)).map(
      ([figure, value]) => `${figure} ${value.toFixed(0)} (${(value / yardstick[figure]).toFixed(2)})`,
    )
    console.log(`${one.name.padEnd(32)} ${figures.join('  ')}`)
  }
  const rows = figure => all.map(one => ({ name: one.name, value: medians(one)[figure], ours: one !== theirs }))
  plot('startup', [
    { title: 'From the start to tools/list answered, ms', rows: rows('list') },
    { title: 'Resident memory then, MB', rows: rows('rss') },
  ])
}
