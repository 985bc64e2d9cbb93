/** Was wurde mit Hollenstedt besprochen, solange Jonas Brandt es tat? */
import type { MailThread } from '../story-shape.ts'

export const hollenstedt = [
  {
    key: 'hollenstedt-anfrage',
    subject: 'Anfrage Klimaüberwachung Messraum',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-anfrage-1',
        from: 'lessing',
        to: ['jonas'],
        at: { day: -235, time: '07:48' },
        form: 'windows-1252',
        text: `Sehr geehrter Herr Brandt,

wir fertigen Motorspindeln für Werkzeugmaschinen und messen deren Bauteile in einem Messraum der Güteklasse 2. Die Temperatur muss dort 20 °C ± 0,5 K betragen und lückenlos nachgewiesen werden.

Zurzeit schreibt ein Thermohygrograph mit Papiertrommel, Baujahr 1989. Er ist zuverlässig, aber seit einem Jahr bekommen wir keine Papierstreifen mehr. Unser Meister schneidet sie selbst zurecht.

Wir benötigen eine Lösung, die auf unserem eigenen Server läuft. Eine Cloud kommt für uns nicht in Frage.

Bitte teilen Sie mir mit, ob Sie dafür etwas anbieten.`,
      },
      {
        key: 'hollenstedt-anfrage-2',
        from: 'jonas',
        to: ['lessing'],
        at: { day: -234, time: '09:15' },
        text: `Sehr geehrter Herr Dr. Lessing,

vielen Dank für Ihre Anfrage. Ja: Unsere House Edition läuft vollständig auf Ihrem Server, es verlässt kein Messwert Ihr Haus. Die Fühler kalibrieren wir mit Zertifikat nach ISO 17025 auf ± 0,1 K.

Ich würde mir den Messraum gern ansehen, auch wegen der Papierstreifen. Passt Ihnen {{wochentag:-225}}, der {{datum:-225}}, um 10 Uhr?`,
      },
      {
        key: 'hollenstedt-anfrage-3',
        from: 'lessing',
        to: ['jonas'],
        cc: ['mehmet'],
        at: { day: -233, time: '07:30' },
        text: `Sehr geehrter Herr Brandt,

der Termin ist bestätigt. Bitte bringen Sie einen Fühler mit, den unser Meister, Herr Yıldız, gegen unser Normal halten darf.`,
      },
      {
        key: 'hollenstedt-anfrage-4',
        from: 'jonas',
        to: ['lessing'],
        cc: ['mehmet'],
        at: { day: -223, time: '16:50' },
        text: `Sehr geehrter Herr Dr. Lessing, sehr geehrter Herr Yıldız,

herzlichen Dank für den Tag und für die Fischbrötchen. Was ich mitgenommen habe:

1. Zehn Fühler im Messraum, vier Oberflächenfühler an der Granitplatte.
2. Betrieb auf Ihrem Server, Windows, ohne Verbindung nach außen.
3. Zertifikate, die Ihr Auditor anerkennt.
4. Der Betriebsrat ist zu hören, bevor etwas aufgehängt wird.

Unser Fühler lag 0,04 K neben Ihrem Normal. Herr Yıldız hat genickt, was ich als Auszeichnung verstehe. Das Angebot erhalten Sie bis zum {{datum:-213}}.`,
      },
    ],
  },
  {
    key: 'hollenstedt-messraum',
    subject: 'Tür auf, Tür zu',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-messraum-1',
        from: 'mehmet',
        to: ['jonas'],
        cc: ['lessing'],
        at: { day: -219, time: '13:15' },
        text: `Hallo Herr Brandt,

Sie haben gefragt, was mich am meisten ärgert. Wenn die Kollegen aus Halle 2 die Tür offen lassen, steigt es in zehn Minuten um 0,8 Grad. Dann warte ich zwei Stunden, bis ich wieder messen darf. Das passiert drei- bis viermal in der Woche, immer wenn es eilig ist.

Auf dem Papierstreifen sieht man es erst am nächsten Morgen. Ich möchte es sofort sehen, am besten eine Lampe an der Tür.`,
      },
      {
        key: 'hollenstedt-messraum-2',
        from: 'jonas',
        to: ['mehmet'],
        cc: ['lessing'],
        at: { day: -218, time: '08:40' },
        text: `Hallo Herr Yıldız,

das ist der wichtigste Satz der ganzen Anfrage, danke. Eine Lampe an der Tür geht: grün, gelb, rot, ohne Ton. Ich nehme sie ins Angebot, ohne Aufpreis.`,
      },
    ],
  },
  {
    key: 'hollenstedt-angebot',
    subject: 'Angebot 2238: Messraum, House Edition',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-angebot-1',
        from: 'jonas',
        to: ['lessing'],
        cc: ['birte'],
        at: { day: -213, time: '11:00' },
        text: `Sehr geehrter Herr Dr. Lessing,

wie zugesagt unser Angebot: zehn Wren TH, vier Oberflächenfühler, zwei Perches, 208,40 € im Monat; House Edition 9.800 € im Jahr; Kalibrierung von 14 Fühlern 616 € im Jahr; zwei Tage Einrichtung 1.660 €. Das erste Jahr kostet 14.576,80 €.

Die Lampe an der Tür ist enthalten.`,
        attachments: [
          {
            name: 'Angebot 2238.txt',
            mediaType: 'text/plain',
            text: 'ANGEBOT 2238\n10 Wren TH            92,00 im Monat\n 4 Oberflächenfühler  50,40\n 2 Perch              66,00\n                     208,40 im Monat\nHouse Edition       9800,00 im Jahr\n14 Kalibrierungen    616,00 im Jahr\n 2 Tage Einrichtung 1660,00 einmalig\nErstes Jahr        14576,80 EUR\n',
          },
        ],
      },
      {
        key: 'hollenstedt-angebot-2',
        from: 'birte',
        to: ['jonas'],
        cc: ['lessing'],
        at: { day: -205, time: '09:22' },
        text: `Sehr geehrter Herr Brandt,

vielen Dank für Ihr Angebot. 9.800 € im Jahr für eine Software, die auf unserem eigenen Server läuft, sind uns zu hoch. Außerdem ist unsere Firmierung unvollständig. Bitte verwenden Sie auf allen Belegen:

Gebrüder Hollenstedt Präzisionsspindel- und Sondermaschinenbau GmbH & Co. Kommanditgesellschaft

Kürzere Fassungen kann unsere Buchhaltung nicht zuordnen.`,
      },
      {
        key: 'hollenstedt-angebot-3',
        from: 'jonas',
        to: ['birte'],
        cc: ['lessing'],
        at: { day: -202, time: '10:10' },
        text: `Sehr geehrte Frau Lohmann,

die Firmierung ist berichtigt, sie passt jetzt in zwei Zeilen.

Zum Preis: In den 9.800 € stecken vier Aktualisierungen im Jahr, die Prüfung gegen Ihre Windows-Stände und ein Mensch am Telefon, der Deutsch spricht. Ohne Cloud können wir uns diese Arbeit nicht mit anderen Kunden teilen. Sollte Halle 2 dazukommen, bleibt die House Edition bei diesem Preis, gleich wie viele Fühler es werden.`,
      },
      {
        key: 'hollenstedt-angebot-4',
        from: 'birte',
        to: ['jonas'],
        cc: ['lessing'],
        at: { day: -199, time: '14:35' },
        text: `Sehr geehrter Herr Brandt,

das ist nachvollziehbar. Mit der Zusage für Halle 2 kann ich den Preis vertreten.`,
      },
    ],
  },
  {
    key: 'hollenstedt-azubi',
    subject: 'Eigenbau als Alternative',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-azubi-1',
        from: 'annegret',
        to: ['jonas'],
        cc: ['lessing', 'petersen'],
        at: { day: -186, time: '18:05' },
        text: `Sehr geehrter Herr Brandt,

bevor ich 14.500 € unterschreibe, eine ehrliche Frage. Unser Auszubildender Finn Claasen hat in drei Wochen aus einem Raspberry Pi und sechs Fühlern für 180 € etwas gebaut, das auf dem Bildschirm in der Kantine sehr hübsch aussieht. Warum sollte ich das nicht nehmen?

Ich frage nicht, um den Preis zu drücken. Mein Großvater hat unsere erste Spindel auch selbst gebaut.`,
      },
      {
        key: 'hollenstedt-azubi-2',
        from: 'jonas',
        to: ['annegret'],
        cc: ['lessing', 'petersen', 'finn'],
        at: { day: -184, time: '09:30' },
        text: `Sehr geehrte Frau Hollenstedt,

nehmen Sie es, für die Kantine sofort und für die Hallen vielleicht. Im Messraum fehlt ihm zweierlei: ein Zertifikat je Fühler und jemand, der es weiterführt, wenn Herr Claasen ausgelernt hat.

Mein Vorschlag: Wir hängen unsere Fühler vier Wochen neben seine, und er wertet beide aus. Wenn seine besser sind, kaufe ich sie ihm ab.`,
      },
      {
        key: 'hollenstedt-azubi-3',
        from: 'finn',
        to: ['jonas'],
        cc: ['petersen'],
        at: { day: -183, time: '11:12' },
        text: `Hallo Herr Brandt,

das würde ich sehr gern machen! Ich schreibe darüber dann auch mein Abschlussprojekt, wenn Herr Petersen einverstanden ist. Können Sie mir sagen, wie oft Ihre Fühler messen, damit ich meine gleich einstelle?`,
      },
      {
        key: 'hollenstedt-azubi-4',
        from: 'jonas',
        to: ['finn'],
        cc: ['petersen', 'lessing'],
        at: { day: -183, time: '14:00' },
        text: `Hallo Herr Claasen,

alle 60 Sekunden. Ich schicke Ihnen vier Fühler und einen Perch zur Leihe, sie sind bis zum {{datum:-176}} bei Ihnen.`,
      },
      {
        key: 'hollenstedt-azubi-5',
        from: 'petersen',
        to: ['jonas'],
        cc: ['finn'],
        at: { day: -176, time: '15:45' },
        text: `Paket ist da. Finn hat seit einer Stunde rote Ohren.`,
      },
      {
        key: 'hollenstedt-azubi-6',
        from: 'finn',
        to: ['jonas', 'lessing'],
        cc: ['annegret', 'petersen', 'mehmet'],
        at: { day: -150, time: '16:20' },
        text: `Sehr geehrte Damen und Herren,

mein Vergleich über vier Wochen liegt an. Kurz gesagt: Meine Fühler liegen im Mittel 0,31 K zu hoch und driften um 0,1 K in der Woche. Die von Wrenfold liegen 0,05 K neben dem Normal und driften nicht messbar. Bei der Darstellung gefällt mir meine besser.

Für die Hallen reicht der Eigenbau, für den Messraum reicht er nicht. Das schreibe ich nicht gern, aber es ist so.`,
        attachments: [
          {
            name: 'Vergleich.csv',
            mediaType: 'text/csv',
            text: 'Fühler;Abweichung K;Drift K je Woche\nEigenbau 1;0,29;0,09\nEigenbau 2;0,34;0,11\nWren 1;0,05;0,00\nWren 2;0,04;0,00\n',
          },
        ],
      },
      {
        key: 'hollenstedt-azubi-7',
        from: 'annegret',
        to: ['finn', 'lessing', 'jonas'],
        cc: ['petersen', 'mehmet'],
        at: { day: -149, time: '08:10' },
        text: `Lieber Finn,

das war der beste Bericht, den ich in diesem Jahr gelesen habe, auch weil er gegen Sie selbst ausgeht. Ihr Bildschirm bleibt in der Kantine, und Sie bleiben hoffentlich bei uns.

Herr Brandt, damit ist der Eigenbau für den Messraum vom Tisch. Nun gehört es dem Betriebsrat.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]
