import type { Mode, ModeDeps } from './mode.js';

/** Starts what the configuration asks for: Socket Mode, HTTP mode, or the playground. Only that mode is loaded. */
export async function openMode(deps: ModeDeps): Promise<Mode> {
  const { slack } = deps.config;
  if (slack === null) return (await import('./playground.js')).openPlayground(deps);
  if (slack.mode === 'http') return (await import('./http.js')).openHttp(deps, slack);
  return (await import('./socket.js')).openSocket(deps, slack);
}
