"""Prints, as JSON, the mails that rss2email wrote into a Maildir."""
import json
import mailbox
import sys
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime

mails = []
for mail in mailbox.Maildir(sys.argv[1]):
    text = lambda name: str(make_header(decode_header(mail.get(name, ''))))
    part = mail.get_payload()[0] if mail.is_multipart() else mail
    mails.append({
        'title': text('Subject'),
        'author': parseaddr(text('From'))[0],
        'date': int(parsedate_to_datetime(mail['Date']).timestamp()),
        'shown': mail['Date'],
        'id': text('X-RSS-ID'),
        'url': text('X-RSS-URL'),
        'tags': text('X-RSS-TAGS'),
        'content': part.get_payload(decode=True).decode('utf-8'),
    })
print(json.dumps(mails))
