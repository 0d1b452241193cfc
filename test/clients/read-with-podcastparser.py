"""Reads a podcast as gPodder does, and prints what it found as JSON."""
import json
import sys
import urllib.request

import podcastparser

address = sys.argv[1]
print(json.dumps(podcastparser.parse(address, urllib.request.urlopen(address))))
