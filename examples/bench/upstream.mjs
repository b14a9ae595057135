// A MiniMax that answers at once, or after as many milliseconds as it is told: speech of 4 kB, and a list of voices.
// As a program (node upstream.mjs [DELAY_MS]) it prints its address on the first line and serves until its input ends.
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const SOUND = Buffer.concat([Buffer.from('494433040000000000', 'hex'), Buffer.alloc(4000, 0x55)])
const base_resp = { status_code: 0, status_msg: 'success' }
const speech = JSON.stringify({
  data: { audio: SOUND.toString('hex'), status: 2 },
  extra_info: {
    audio_length: 900, audio_sample_rate: 32000, audio_size: SOUND.length, bitrate: 128000,
    word_count: 2, usage_characters: 12, audio_format: 'mp3', audio_channel: 1,
  },
  trace_id: '01b8bf9bb7433cc75c18eee6cfa8fe21',
  base_resp,
})
const voices = JSON.stringify({
  system_voice: [{ voice_id: 'English_expressive_narrator', voice_name: 'Expressive Narrator', description: [] }],
  voice_cloning: [],
  voice_generation: [],
  base_resp,
})

export async function serve(delayMs = 0) {
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      const answer = () => {
        response.setHeader('content-type', 'application/json')
        response.end(request.url.includes('t2a') ? speech : voices)
      }
      if (delayMs > 0) setTimeout(answer, delayMs)
      else answer()
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const upstream = await serve(Number(process.argv[2] ?? 0))
  console.log(upstream.host)
  process.stdin.resume().on('end', () => upstream.close())
}
