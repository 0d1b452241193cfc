"""Reads a feed as an aggregator written in Python does, and prints what it found as JSON."""
import json
import sys
from calendar import timegm

import feedparser

feed = feedparser.parse(sys.argv[1])
keep = ('title', 'link', 'id', 'summary', 'published', 'updated', 'guidislink', 'author')
print(json.dumps({
    'bozo': bool(feed.bozo) and str(feed.bozo_exception),
    'version': feed.version,
    'title': feed.feed.get('title'),
    'language': feed.feed.get('language'),
    'items': [
        {
            **{name: entry.get(name) for name in keep},
            'types': {name: entry.get(name + '_detail', {}).get('type') for name in ('title', 'summary')},
            'changed': timegm(entry.updated_parsed) if entry.get('updated_parsed') else None,
            'authors': [author.get('name') for author in entry.get('authors', [])],
            'contributors': [person.get('name') for person in entry.get('contributors', [])],
            'tags': [tag.term for tag in entry.get('tags', [])],
            'content': [content.value for content in entry.get('content', [])],
            'media': [content.get('url') for content in entry.get('media_content', [])],
            'enclosures': [
                {name: enclosure.get(name) for name in ('href', 'type', 'length')}
                for enclosure in entry.get('enclosures', [])
            ],
        }
        for entry in feed.entries
    ],
}))
