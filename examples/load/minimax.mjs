// A stand-in for MiniMax that counts what is paid for: speech at once, videos that are never done, and what the text of a
// speech says is to go wrong with it.
import { createServer } from 'node:http'

const ok = { status_code: 0, status_msg: 'success' }
const sound = Buffer.concat([Buffer.from('494433040000000000', 'hex'), Buffer.alloc(4000, 0x55)])
const speech = {
  data: { audio: sound.toString('hex'), status: 2 },
  extra_info: { audio_length: 900, audio_sample_rate: 32000, audio_size: sound.length, bitrate: 128000, word_count: 2,
    usage_characters: 12, audio_format: 'mp3', audio_channel: 1 },
  trace_id: '01b8bf9bb7433cc75c18eee6cfa8fe21',
  base_resp: ok,
}

export async function pretend() {
  const taken = new Map() // by text or prompt: how often it was paid for
  const refused = new Map() // by text: how often it was not
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
  let tasks = 0

  function speak(request, response, text) {
    const fault = /\((\w+)\)/.exec(text)?.[1]
    const first = !refused.has(text)
    if (first && fault === 'limited') return count(refused, text), json(response, 200, { base_resp: { status_code: 1002, status_msg: 'rate limit' } })
    if (first && fault === 'busy') return count(refused, text), json(response, 429, {})
    if (fault === 'broke') return count(refused, text), json(response, 200, { base_resp: { status_code: 1008, status_msg: 'insufficient balance' } })
    count(taken, text)
    if (fault === 'reset') return request.socket.destroy()
    if (fault === 'html') return response.writeHead(502, { 'content-type': 'text/html' }).end('<html>bad gateway</html>')
    setTimeout(() => json(response, 200, speech), fault === 'slow' ? 1500 : 20)
  }

  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes) => { body += bytes })
    request.on('end', () => {
      const asked = request.method === 'POST' && body.startsWith('{') ? JSON.parse(body) : {}
      if (request.url.startsWith('/v1/t2a_v2')) speak(request, response, asked.text)
      else if (request.url.startsWith('/v1/video_generation')) {
        count(taken, asked.prompt)
        json(response, 200, { task_id: String(++tasks), base_resp: ok })
      } else if (request.url.startsWith('/v1/query/video_generation')) {
        const id = new URL(request.url, 'http://x').searchParams.get('task_id')
        json(response, 200, { task_id: id, status: 'Processing', base_resp: ok })
      } else json(response, 200, { base_resp: ok })
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 4096, resolve))
  return { host: `http://127.0.0.1:${server.address().port}`, taken, refused, end: () => server.closeAllConnections() ?? server.close() }
}

function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
