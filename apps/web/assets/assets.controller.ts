import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { Look } from '../community/look.js';
import { compressed, type Encoding, ENCODINGS } from './compressed.js';

// Pages that nobody should find by a search engine: forms, and lists of one's own making
const NOT_FOR_ROBOTS = ['/admin', '/ask', '/search', '/sign-in', '/sign-up', '/settings', '/goodbye', '/p/', '/graphql'];

const PACKED = /^image\/(?:png|jpeg|webp)$/; // a logo: what it is made of is compressed already

/** What is no page: the style sheet, the picture in the tab, the word to robots. */
@Controller()
export class AssetsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly look: Look,
  ) {}

  @Get('assets/:hash/:name')
  async asset(@Req() request: Request, @Res() response: Response): Promise<void> {
    const found = this.look.at(request.path);
    if (!found) throw new NotFoundException();
    const { type, content } = found.asset;
    response.set('Cache-Control', found.isExact ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.set('Content-Type', type);
    response.vary('Accept-Encoding');
    const encoding = !PACKED.test(type) && (request.acceptsEncodings(ENCODINGS) as Encoding | false);
    if (encoding) response.set('Content-Encoding', encoding);
    response.send(encoding ? await compressed(content, encoding) : content);
  }

  @Get('robots.txt')
  robots(@Res() response: Response): void {
    const { language } = this.runtime.settings;
    const other = language === 'de' ? 'en' : 'de';
    const { publicUrl } = this.runtime.settings;
    const paths = NOT_FOR_ROBOTS.flatMap((path) => [path, `/${other}${path}`]);
    response.set('Cache-Control', 'public, max-age=3600');
    response.type('text/plain').send(['User-agent: *', ...paths.map((path) => `Disallow: ${path}`), '', `Sitemap: ${publicUrl}/sitemap.xml`, `Sitemap: ${publicUrl}/${other}/sitemap.xml`, ''].join('\n'));
  }
}
