/** Was wurde mit Hollenstedt am Telefon gesagt? */
import type { Call } from '../story-shape.ts'

export const hollenstedtCalls = [
  {
    key: 'call-hollenstedt-messraum',
    title: 'Hollenstedt, Rundgang Messraum',
    customer: 'hollenstedt',
    at: { day: -225, time: '10:30' },
    form: 'txt',
    minutes: 38,
    script: `
lessing: Herr Brandt, das ist der Messraum. Bitte die Tür zügig schließen.
jonas: Zügig, gern. Das ist also die Trommel von 1989.
mehmet: Die läuft. Nur das Papier gibt es nicht mehr. Ich schneide es aus Packpapier.
jonas: Darf ich fragen, was der Auditor zum Packpapier sagt?
lessing: Er hat es beim letzten Mal als pragmatisch bezeichnet. Noch einmal möchte ich das Wort nicht hören.
jonas: Wie lange müssen Sie die Werte aufheben?
lessing: Fünfzehn Jahre. Spindeln laufen lange, und wenn eine nach zehn Jahren reklamiert wird, brauche ich den Tag, an dem sie gemessen wurde.
mehmet: Fünfzehn Jahre Packpapier sind ein Schrank.
jonas: Was passiert, wenn es wärmer wird als zwanzig Komma fünf?
mehmet: Dann messe ich nicht. Dann steht die Spindel, und dann steht der Versand.
lessing: Eine Stunde Stillstand im Versand kostet uns rund vierhundert Euro. Nur falls Sie rechnen wollen.
jonas: Ich rechne gern mit Ihren Zahlen. Wie oft kommt es vor?
mehmet: Drei, vier Mal die Woche. Immer die Tür.
jonas: Und die Granitplatte, messen Sie die auch?
lessing: Nein. Wir messen die Luft und hoffen, dass der Granit es weiß.
mehmet: Der Granit weiß es erst nach sechs Stunden.
jonas: Dann würde ich vier Fühler auf die Platte setzen. Das wäre der eigentliche Gewinn.
lessing: Das hat uns bisher keiner vorgeschlagen.
jonas: Wo steht Ihr Server, und wer hütet ihn?
lessing: Herr Petersen, zwei Türen weiter. Er wird Ihnen sagen, dass nichts nach außen darf. Das ist auch meine Bedingung.
jonas: Es geht nichts hinaus. Wir hätten umgekehrt ein Problem, es nach außen zu bekommen.
mehmet: Darf ich Ihren Fühler mal neben mein Normal legen?
jonas: Deshalb habe ich ihn mitgebracht.
mehmet: Zwanzig null drei. Und meiner sagt neunzehn neun neun. Da gibt es nichts zu meckern.
lessing: Das ist aus seinem Mund sehr viel.`,
  },
  {
    key: 'call-hollenstedt-handover',
    title: 'Hollenstedt: hand-over to Tomasz Wilk',
    customer: 'hollenstedt',
    at: { day: -95, time: '13:00' },
    form: 'vtt',
    minutes: 35,
    script: `
jonas: Thank you for doing it in English. Hamish is with us, he built the House edition.
hamish: Hello. My German stops at Kindergarten.
lessing: Then we are equal. My English stops at spindle.
tomasz: Dr. Lessing, I would like to hear from you where we stand. Jonas has told me, but I want your words.
lessing: The measuring is decided. The works council agrees and signs in {{month:-70}}. What is open is the server, and the paper.
tomasz: Which paper?
lessing: The auditor does not look at a thermometer. He looks at the certificate of the thermometer.
petersen: And from my side: the system must work with the network cable pulled out. I will test it with the cable pulled out.
hamish: Good. I test it that way too.
petersen: And it has to run on Windows Server. We have nobody for Linux.
hamish: It runs on both. Windows is where I swear more.
tomasz: When do you need a test server, Mr. Petersen?
petersen: Before {{month:-40}}. After that I have the tax office in the house.
hamish: I'll have the test server running with you by {{day:-45}}.
lessing: May I come back to the paper? I need one sample of the certificate before the audit, with the accreditation number, so that the auditor can say in advance whether he accepts it.
jonas: Our laboratory gets its new accreditation number in {{month:-15}}. An old sample would be worth nothing to him.
lessing: Then a new one. But in time. The audit is on {{day:+6}}, and he wants papers a week before.
jonas: You will have the new sample certificate in your hands by {{day:-4}}.
lessing: Good. I write that down, and I trust you also write it down.
petersen: Sorry, I lost you for a moment. Is the lamp at the door on our network?
hamish: No. It talks to the Perch, nothing else.
tomasz: And the price for hall 2, if it comes. Jonas promised that the House edition stays the same.
lessing: That is correct. It is in a mail.
tomasz: Then it stands. Is there anything about working with us that you would change?
lessing: You are always friendly and sometimes three days late. I prefer the reverse.
tomasz: I'll take that to heart.
jonas: Then this is the last time you see me for a while. Thank you for the fish rolls.
lessing: Children are also a precision work. All the best, Mr. Brandt.`,
  },
] as const satisfies readonly Call[]
