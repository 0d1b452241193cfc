export default { title: 'Notes', cleanUrls: true, sitemap: { hostname: 'https://notes.example.org' } };
