// Minutes of mixed calls while MiniMax and clients misbehave: memory stays flat, and every paid request is accounted for.
// Usage: node soak.mjs LAUNCHER [MINUTES]
import { Session } from './client.mjs'
import { pretend } from './minimax.mjs'
import { alive, allJobs, footprint, judge, say, serve } from './server.mjs'

const [launcher, minutes = 3] = process.argv.slice(2)
const CLIENTS = 16
const FAULTS = ['', '', '', '', ' (limited)', ' (busy)', ' (broke)', ' (reset)', ' (html)', ' (slow)']
const minimax = await pretend()
const server = await serve(launcher, minimax.host, { MINIMAX_MCP_WAIT_SECONDS: '30' })
const until = Date.now() + minutes * 60_000
const told = new Map() // by text: what the client was told of the call that paid
const heard = { succeeded: 0, unknown: 0, refused: 0, vanished: 0, cheap: 0, sessions: 0, lost: 0 }
let spoken = 0

const pick = (list) => list[Math.floor(Math.random() * list.length)]

async function speak(session) {
  const text = `Good morning, boat number ${++spoken}.${pick(FAULTS)}`
  const vanishes = Math.random() < 0.1
  try {
    const result = await session.call('generate_speech', { text }, vanishes ? (sent) => setTimeout(() => sent.destroy(), 5) : undefined)
    const failure = result._meta?.['io.minimaxmcp/error']
    const charged = failure ? failure.charged : 'yes'
    told.set(text, charged)
    heard[failure ? (charged === 'no' ? 'refused' : 'unknown') : 'succeeded']++
  } catch (gone) {
    if (!vanishes) {
      heard.lost++
      console.log(gone.message)
    } else heard.vanished++
    told.set(text, 'vanished')
  }
}

async function live() {
  while (Date.now() < until) {
    const session = await Session.open(server.url)
    heard.sessions++
    for (let i = 0; i < 20 && Date.now() < until; i++) {
      if (Math.random() < 0.5) await speak(session)
      else {
        await pick([
          () => session.call('estimate_cost', { tool: 'generate_image', arguments: { prompt: 'A lighthouse' } }),
          () => session.call('list_models', { capability: 'image' }),
          () => session.call('list_jobs', { limit: 5 }),
          () => session.ask('tools/list', {}),
          () => session.ask('resources/list', {}),
        ])()
        heard.cheap++
      }
    }
    await session.close()
  }
}

const samples = []
const looking = setInterval(() => {
  const now = { ...footprint(server), ...alive(server, ['HttpSession', 'EventStream']) }
  samples.push(now)
  say(`after ${samples.length} of 6`, now)
}, minutes * 10_000)
await Promise.all(Array.from({ length: CLIENTS }, live))
clearInterval(looking)

// What a client was told must be what happened, and nothing may have been paid for twice.
const session = await Session.open(server.url)
const jobs = await allJobs(session)
const paidStates = [...jobs.values()].filter((status) => ['succeeded', 'unknown'].includes(status)).length
const wrong = [...told].filter(([text, charged]) => charged !== 'vanished' && (charged === 'no') !== !minimax.taken.has(text))
const twice = [...minimax.taken.values()].filter((count) => count > 1).length
say('heard', heard)
say('accounts', { paidRequests: minimax.taken.size, paidTwice: twice, jobsSucceededOrUnknown: paidStates, toldWrongly: wrong.length })
for (const [text, charged] of wrong.slice(0, 3)) console.log(`told ${charged}: ${text}`)
server.end()
minimax.end()
const most = (part, figure) => Math.max(...part.map((sample) => sample[figure]))
const [first, last] = [samples.slice(0, samples.length / 2), samples.slice(samples.length / 2)]
judge({
  'every call was answered': heard.lost === 0,
  'nothing was paid for twice': twice === 0,
  'every paid request is a job': paidStates === minimax.taken.size,
  'every client was told what happened': wrong.length === 0,
  'live heap was flat (5 MB and a fifth more in the second half at most)': most(last, 'heapMb') <= most(first, 'heapMb') * 1.2 + 5,
  'threads were flat': most(last, 'threads') <= most(first, 'threads') + 20,
})
