import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://notes.example.org', integrations: [mdx()], telemetry: false });
