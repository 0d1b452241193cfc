fwSearchData([
["Today","today/","November 22, 2026","Editors","News of yesterday."],
["Мост","ru/bridge/","2 сентября 2021 г.","Транспорт дороги Editors","Мост открыт."],
["The bridge \u0026 \"the road\"","bridge/","September 2, 2021","Transport roads best Ann Lee","The bridge is open."],
["The ferry","ferry/","September 1, 2021","Transport roads Editors","The ferry runs."],
["The school","school/","December 31, 2020","Society best Editors","The school begins."],
["Паром","ru/older/","6 мая 2019 г.","Транспорт дороги Editors","Паром ходит."],
["Порт","ru/oldest/","5 мая 2019 г.","Editors","Порт стоит."]
]);
