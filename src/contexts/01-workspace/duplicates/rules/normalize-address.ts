/** How is an address read when its abbreviations are written out? */
import { foldWordsOf } from './fold-letters.ts'

const written = new Map(
  (
    'st street,str strasse,ave avenue,av avenue,rd road,blvd boulevard,bvd boulevard,ln lane,la lane,dr drive,ct court,pl place,plz plaza,sq square,hwy highway,pkwy parkway,tce terrace,' +
    'ter terrace,cres crescent,cr crescent,cct circuit,cl close,gr grove,apt apartment,ste suite,fl floor,bldg building,n north,s south,e east,w west,ne northeast,nw northwest,se southeast,' +
    'sw southwest,mt mount,ft fort,ctr center,centre center,vlge village,flr floor,1st first,2nd second,3rd third,4th fourth,5th fifth,6th sixth,7th seventh,8th eighth,9th ninth,10th tenth'
  )
    .split(',')
    .map((line) => line.split(' ') as [string, string]),
)

/** The words of an address: "3 E. 52nd St." is 3, east, 52nd, street; "Hauptstr. 5" is haupt, strasse, 5. */
export const normalizeAddress = (typed: string): string[] =>
  foldWordsOf(typed).flatMap((word) => {
    const joined = /^(\p{L}{3,})(?:str|strasse)$/u.exec(word)
    if (joined?.[1]) return [joined[1], 'strasse']
    return [written.get(word) ?? word]
  })
