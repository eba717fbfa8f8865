/** The Comuni of the province of Lodi with their cadastral codes, as of 2026: people know the name and not the code. */
export const municipalities: readonly (readonly [code: string, name: string])[] = [
  ['A004', 'Abbadia Cerreto'],
  ['A811', 'Bertonico'],
  ['A919', "Boffalora d'Adda"],
  ['A995', 'Borghetto Lodigiano'],
  ['B017', 'Borgo San Giovanni'],
  ['B141', 'Brembio'],
  ['B887', 'Casaletto Lodigiano'],
  ['B899', 'Casalmaiocco'],
  ['B910', 'Casalpusterlengo'],
  ['B961', 'Caselle Landi'],
  ['B958', 'Caselle Lurani'],
  ['M393', 'Castelgerundo'],
  ['C228', "Castelnuovo Bocca d'Adda"],
  ['C304', "Castiglione d'Adda"],
  ['C329', 'Castiraga Vidardo'],
  ['C394', "Cavenago d'Adda"],
  ['C555', "Cervignano d'Adda"],
  ['C816', 'Codogno'],
  ['C917', 'Comazzo'],
  ['D021', 'Cornegliano Laudense'],
  ['D028', 'Corno Giovine'],
  ['D029', 'Cornovecchio'],
  ['D068', 'Corte Palasio'],
  ['D159', 'Crespiatica'],
  ['D660', 'Fombio'],
  ['D868', 'Galgagnano'],
  ['E127', 'Graffignana'],
  ['E238', 'Guardamiglio'],
  ['E627', 'Livraga'],
  ['E648', 'Lodi'],
  ['E651', 'Lodi Vecchio'],
  ['E777', 'Maccastorna'],
  ['E840', 'Mairago'],
  ['E852', 'Maleo'],
  ['E994', 'Marudo'],
  ['F028', 'Massalengo'],
  ['F102', 'Meleti'],
  ['F149', 'Merlino'],
  ['F423', 'Montanaso Lombardo'],
  ['F801', 'Mulazzano'],
  ['G107', 'Orio Litta'],
  ['G166', 'Ospedaletto Lodigiano'],
  ['G171', 'Ossago Lodigiano'],
  ['G096', 'Pieve Fissiraga'],
  ['H701', 'Salerano sul Lambro'],
  ['H844', 'San Fiorano'],
  ['I012', 'San Martino in Strada'],
  ['I140', 'San Rocco al Porto'],
  ['I274', "Sant'Angelo Lodigiano"],
  ['I362', 'Santo Stefano Lodigiano'],
  ['I561', 'Secugnago'],
  ['I612', 'Senna Lodigiana'],
  ['I815', 'Somaglia'],
  ['I848', 'Sordio'],
  ['F260', 'Tavazzano con Villavesco'],
  ['L125', 'Terranova dei Passerini'],
  ['L469', 'Turano Lodigiano'],
  ['L572', 'Valera Fratta'],
  ['L977', 'Villanova del Sillaro'],
  ['M158', 'Zelo Buon Persico'],
];

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'");

/** The code of what was typed: a Comune of the province by its name, or any Comune by its code; undefined for neither. */
export function municipalityCode(typed: string): string | undefined {
  if (/^\s*[A-Za-z]\d{3}\s*$/.test(typed)) return typed.trim().toUpperCase();
  return municipalities.find(([, name]) => plain(name) === plain(typed))?.[0];
}

/** The name of a code, or the code where it is of none of these. */
export const municipalityName = (code: string): string => municipalities.find(([known]) => known === code)?.[1] ?? code;
