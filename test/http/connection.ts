/** Bare connections, for what no HTTP client would send. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Connection {
  socket: Socket;
  /** Everything that was received, up to the end of the connection or the part that is waited for. */
  received(until?: RegExp): Promise<string>;
}

/** Opens a connection to a server of this machine and sends some bytes. */
export async function open(url: string, bytes = ''): Promise<Connection> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (bytes !== '') socket.write(bytes, 'latin1');
  return {
    socket,
    async received(until) {
      while (!socket.closed && !until?.test(text)) {
        await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => {});
      }
      return text;
    },
  };
}
