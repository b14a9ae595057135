// One call of every tool, in an order in which each finds what the ones before it made.
export const calls = [
  ['generate_image', { prompt: 'A lighthouse at dawn', aspect_ratio: '16:9' }],
  ['generate_speech', { text: 'Good morning. Every boat is home, and the light has burned all night long, over and over and over.' }],
  ['generate_music', { lyrics: '[Verse]\nThe lamp goes round', prompt: 'slow waltz' }],
  ['generate_video', { prompt: 'Waves below a lighthouse', wait_seconds: 0 }],
  ['transcribe_speech', ({ song }) => ({ audio: song })],
  ['get_job', ({ video }) => ({ job_id: video, wait_seconds: 40 })],
  ['clone_voice', ({ song, by }) => ({ audio: song, name: `keeper_of_${by}`, consent: true, preview_text: 'Come in.' })],
  ['design_voice', { prompt: 'An old, warm keeper of a lighthouse', preview_text: 'Come in out of the rain.' }],
  ['list_voices', { query: 'narrator', limit: 3 }],
  ['delete_voice', ({ designed }) => ({ voice: designed })],
  ['list_jobs', { limit: 5 }],
  ['cancel_job', ({ video }) => ({ job_id: video })],
  ['estimate_cost', { tool: 'generate_image', arguments: { prompt: 'x', n: 2 } }],
  ['list_models', { capability: 'image' }],
  ['status', {}],
]

/** Keeps what later calls need of this one's structured result. */
export function remember(made, tool, result) {
  if (tool === 'generate_video') made.video = result.job_id
  if (tool === 'generate_music') made.song = result.artifacts[0].uri
  if (tool === 'design_voice') made.designed = result.voice
}
