fwSearchData([
["The week, read aloud","week/","September 10, 2021","Town Hall","Twenty seconds of news."],
["The largest harvest in ten years","harvest/","September 8, 2021","Economy harvest farms Pavel Kern Irina Vlasova","Orchards brought in 41,000 tonnes."],
["A page elsewhere","link/","September 7, 2021","Town Hall","Worth reading."]
]);
