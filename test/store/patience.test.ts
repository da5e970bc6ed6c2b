import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/store/deps.js';
import { createPatience } from '../../src/store/patience.js';

it('reads what has come in while the process had no turn before it calls it missing', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [socket] = await accepted;
  onTestFinished(() => {
    client.destroy();
    socket.destroy();
    server.close();
  });
  const patience = createPatience(systemClock);
  const waiting = patience.wait(() => once(socket, 'data'), { quiet: 20 });
  // The kernel has it from here on, whatever else the machine does.
  client.write('here');
  const end = performance.now() + 200;
  while (performance.now() < end);
  expect(String(await waiting)).toBe('here');
});
