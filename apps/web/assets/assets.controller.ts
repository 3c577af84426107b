import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { assetAt } from './asset.table.js';
import { compressed, type Encoding, ENCODINGS } from './compressed.js';

// Pages that nobody should find by a search engine: forms, and lists of one's own making
const NOT_FOR_ROBOTS = ['/admin', '/ask', '/search', '/sign-in', '/sign-up', '/settings', '/goodbye', '/p/', '/graphql'];

/** What is no page: the style sheet, the picture in the tab, the word to robots. */
@Controller()
export class AssetsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('assets/:hash/:name')
  async asset(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asset = assetAt(request.path);
    if (!asset) throw new NotFoundException();
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    response.set('Content-Type', asset.type);
    response.vary('Accept-Encoding');
    const encoding = request.acceptsEncodings(ENCODINGS) as Encoding | false;
    if (encoding) response.set('Content-Encoding', encoding);
    response.send(encoding ? await compressed(asset.content, encoding) : asset.content);
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
