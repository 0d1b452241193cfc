fwSearchData([
["The ferry runs again","ferry/","September 2, 2021","","The ferry runs twice a day, from the old pier."],
["R\u0026D \u003cb\u003emarket\u003c/b\u003e \"fair\" \u0026 more","market/","September 1, 2021","","Stalls \u003c 5 \u0026 'guests' \u003e 10"]
]);
