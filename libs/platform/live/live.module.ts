import { Module } from '@nestjs/common';
import { LiveChannel } from './live.channel.js';
import { Places } from './places.js';

@Module({ providers: [LiveChannel, { provide: Places, useFactory: () => new Places() }], exports: [LiveChannel, Places] })
export class LiveModule {}
