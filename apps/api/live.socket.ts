import { ServerResponse } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { Credentials, networkOf, readerOf, Reads, type RequestWithActor } from '#accounts';
import type { Credential } from '#platform/access';
import { type Subscribing, Subscriptions } from '#platform/graphql';
import { Places } from '#platform/live';

export const SUBSCRIPTIONS_A_SOCKET = 20;
const MESSAGE_BYTES = 16_384; // a document and its variables
const MESSAGES_A_MINUTE = 120; // each may ask the database whether its sender sees a thread
const PING_MS = 25_000; // below the minute after which proxies cut what is silent
const UNSENT_BYTES = 262_144; // a client that sends and does not read
const FAREWELL_MS = 1_000;

const TRY_AGAIN_LATER = 1013;
const POLICY_VIOLATION = 1008;

type Extra = Record<PropertyKey, unknown> & {
  socket: WebSocket;
  request: IncomingMessage;
};

/** GraphQL subscriptions over WebSocket (graphql-transport-ws) at /graphql. A socket is opened by a request that passes what every request passes. */
@Injectable()
export class LiveSocket implements OnApplicationBootstrap {
  private readonly log = new Logger('Live');
  private readonly heads = new WeakMap<IncomingMessage, Buffer>();
  private readonly credentialOf = new WeakMap<IncomingMessage, Credential>();
  private readonly readers = new WeakMap<IncomingMessage, string>();
  private readonly sockets = new WebSocketServer({ noServer: true, clientTracking: true, maxPayload: MESSAGE_BYTES, perMessageDeflate: false });

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly subscriptions: Subscriptions,
    private readonly credentials: Credentials,
    private readonly places: Places,
    private readonly reads: Reads,
  ) {}

  onApplicationBootstrap(): void {
    useServer<undefined, Extra>(
      {
        isProd: true, // says nothing of our faults when it closes
        onSubscribe: (context, _id, payload) => this.subscribe(context, payload),
        onError: (_context, _id, _payload, errors) => this.subscriptions.tell(errors),
        onNext: (_context, _id, _payload, _args, result) => (result.errors ? { ...result, errors: this.subscriptions.tell(result.errors) } : undefined),
      },
      this.sockets,
      PING_MS,
    );
    this.sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => bound(socket, () => this.reads.spend(this.readers.get(request)!) === null));
    const server = this.http.httpAdapter.getHttpServer() as Server & { shouldUpgradeCallback?: (request: IncomingMessage) => boolean };
    server.shouldUpgradeCallback = isWebSocket; // whoever offers HTTP/2 as well is answered as if they did not
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Says goodbye; who does not answer is cut off. */
  async end(): Promise<void> {
    if (this.sockets.clients.size === 0) return;
    for (const socket of this.sockets.clients) socket.close(1001, 'Going away');
    const cut = setTimeout(() => { for (const socket of this.sockets.clients) socket.terminate(); }, FAREWELL_MS);
    await Promise.all([...this.sockets.clients].map((socket) => new Promise((closed) => socket.once('close', closed))));
    clearTimeout(cut);
  }

  /** The last of what a request to /graphql passes: one that wants a socket gets it here. */
  readonly open = (request: Request, response: Response, next: NextFunction): void => {
    const head = this.heads.get(request);
    if (!head) return next();
    const asked = request as RequestWithActor;
    const release = this.places.take({ memberId: asked.actor.id, network: networkOf(request.ip ?? '') });
    if (!release) return void response.status(503).set('Retry-After', '60').type('text/plain').send('Too many are connected.');
    const { socket } = request;
    socket.once('close', release);
    response.detachSocket(socket);
    this.credentialOf.set(request, this.credentials.of(asked));
    this.readers.set(request, readerOf(asked.actor, request.ip ?? ''));
    this.sockets.handleUpgrade(request, socket, head, (opened) => this.sockets.emit('connection', opened, request));
  };

  /** The request goes the way of all requests, its answer over the socket it came by. */
  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!isWebSocket(request)) return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(request.socket);
    response.once('finish', () => socket.end());
    this.heads.set(request, head);
    this.http.httpAdapter.getInstance<(request: IncomingMessage, response: ServerResponse) => void>()(request, response);
  }

  private async subscribe({ extra, subscriptions }: Context<undefined, Extra>, payload: Subscribing): Promise<ExecutionArgs | readonly GraphQLError[]> {
    // this one is among them already
    if (Object.keys(subscriptions).length > SUBSCRIPTIONS_A_SOCKET) return [refusal(`At most ${SUBSCRIPTIONS_A_SOCKET} subscriptions a connection.`)];
    try {
      const credential = this.credentialOf.get(extra.request)!;
      const actor = (await this.credentials.actorsOf([credential]))(credential);
      if (!actor) return [new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })];
      return this.subscriptions.prepare(payload, actor, credential);
    } catch (error) {
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      extra.socket.close(TRY_AGAIN_LATER, 'Try again later');
      return [refusal('Try again later.')];
    }
  }
}

/** Who sends faster than anybody needs to, or does not read, is let go; `mayAsk`: whether they may still ask for something, over this socket or another. */
function bound(socket: WebSocket, mayAsk: () => boolean): void {
  let since = Date.now();
  let sent = 0;
  const count = () => {
    if (Date.now() - since > 60_000) [since, sent] = [Date.now(), 0];
    sent += 1;
    if (socket.bufferedAmount > UNSENT_BYTES) socket.terminate();
    else if (sent > MESSAGES_A_MINUTE || !mayAsk()) socket.close(POLICY_VIOLATION, 'Too many messages');
  };
  socket.removeAllListeners('error'); // graphql-ws would write each stranger's fault to our log
  socket.on('error', () => undefined); // it closes with the fitting code
  socket.on('message', count);
  socket.on('ping', count);
}

function isWebSocket({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
