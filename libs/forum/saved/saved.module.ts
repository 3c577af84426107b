import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { SavedSubmissions } from './saved-submissions.js';

/** Apart from the forum itself: it runs the operations of the whole API, which only a running program has. */
@Module({ imports: [AccountsModule], providers: [SavedSubmissions], exports: [SavedSubmissions] })
export class SavedModule {}
