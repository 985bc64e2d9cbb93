/** Wie ging es mit Hollenstedt weiter, als Tomasz Wilk übernahm? */
import type { MailThread } from '../story-shape.ts'

export const hollenstedtHandover = [
  {
    key: 'hollenstedt-betriebsrat',
    subject: 'Klimafühler: Beteiligung des Betriebsrats nach § 87 Abs. 1 Nr. 6 BetrVG',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-betriebsrat-1',
        from: 'behrens',
        to: ['jonas'],
        cc: ['lessing', 'annegret'],
        at: { day: -136, time: '10:00' },
        text: `Sehr geehrter Herr Brandt,

uns liegt die Beschreibung Ihrer Anlage vor. Der Betriebsrat stimmt in dieser Form nicht zu. Die Lampe an der Tür und die minutengenaue Kurve zeigen, wer wann die Tür offen gelassen hat. Das ist eine Leistungs- und Verhaltenskontrolle.

Wir sind nicht gegen das Messen. Wir sind dagegen, dass aus einer Temperaturkurve ein Personalgespräch wird.`,
      },
      {
        key: 'hollenstedt-betriebsrat-2',
        from: 'jonas',
        to: ['behrens'],
        cc: ['lessing', 'annegret', 'mehmet'],
        at: { day: -133, time: '13:20' },
        text: `Sehr geehrte Frau Behrens,

danke für das klare Nein und für den Satz mit dem Personalgespräch, er trifft es. Die Fühler kennen keine Namen und keine Karten, aber in einer kleinen Schicht weiß man es trotzdem. Drei Vorschläge:

1. Die Lampe bleibt, sie wird nicht aufgezeichnet.
2. Kurven der letzten 24 Stunden sieht nur der Messraum; alle anderen sehen Tageswerte.
3. Beides steht in einer Betriebsvereinbarung, und ändern kann es nur, wer Ihr Passwort hat.

Punkt 3 ist mein Ernst: Die House Edition kennt einen Schlüssel, den der Betriebsrat hält. Den Entwurf sende ich Ihnen bis zum {{datum:-126}}.`,
      },
      {
        key: 'hollenstedt-betriebsrat-3',
        from: 'jonas',
        to: ['behrens'],
        cc: ['lessing'],
        at: { day: -127, time: '16:40' },
        text: `Sehr geehrte Frau Behrens,

anbei der Entwurf, einen Tag vor der Zeit. Er ist eine Seite lang; alles Längere liest keiner in der Schicht.`,
        attachments: [
          {
            name: 'Entwurf Betriebsvereinbarung Klima.txt',
            mediaType: 'text/plain',
            text: 'BETRIEBSVEREINBARUNG KLIMA (Entwurf)\n1 Die Anlage misst Räume, nicht Menschen.\n2 Die Türlampe wird nicht aufgezeichnet.\n3 Kurven unter 24 Stunden sieht nur der Messraum.\n4 Änderungen nur mit dem Schlüssel des Betriebsrats.\n',
          },
        ],
      },
      {
        key: 'hollenstedt-betriebsrat-4',
        from: 'behrens',
        to: ['jonas'],
        cc: ['lessing', 'annegret'],
        at: { day: -110, time: '09:15' },
        text: `Sehr geehrter Herr Brandt,

der Ausschuss hat beraten. Mit dem Schlüssel und der einen Seite sind unsere Bedenken ausgeräumt. Die Unterschrift erfolgt in der Sitzung am {{datum:-70}}, vorher tagen wir nicht.

Persönlich: Ich habe noch nie erlebt, dass ein Lieferant dem Betriebsrat ein Schloss schenkt.`,
      },
      {
        key: 'hollenstedt-betriebsrat-5',
        from: 'behrens',
        to: ['tomasz'],
        cc: ['lessing', 'annegret'],
        at: { day: -69, time: '08:30' },
        text: `Sehr geehrter Herr Wilk,

die Betriebsvereinbarung ist unterschrieben. Der Betriebsrat stimmt der Anlage im Messraum zu. Für Halle 2 wäre erneut zu verhandeln.`,
      },
    ],
  },
  {
    key: 'hollenstedt-wechsel',
    subject: 'Elternzeit und Ihr neuer Ansprechpartner',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-wechsel-1',
        from: 'jonas',
        to: ['lessing', 'annegret', 'petersen'],
        cc: ['tomasz', 'behrens', 'birte'],
        at: { day: -104, time: '11:30' },
        text: `Sehr geehrte Frau Hollenstedt, sehr geehrte Herren,

ab dem {{datum:-92}} bin ich in Elternzeit, ein gutes halbes Jahr. Herr Tomasz Wilk, mein Vorgesetzter, übernimmt Ihr Haus persönlich. Er hat sechs Jahre in Leipzig gelebt und spricht besser Deutsch, als er zugibt.

Damit nichts verloren geht, telefonieren wir am {{datum:-95}} noch einmal zu viert; Herr Dey, der die House Edition baut, ist dabei, deshalb auf Englisch.`,
      },
      {
        key: 'hollenstedt-wechsel-2',
        from: 'annegret',
        to: ['jonas'],
        cc: ['tomasz'],
        at: { day: -103, time: '17:45' },
        text: `Lieber Herr Brandt,

alles Gute für Sie drei. In unserem Haus dauert eine Entscheidung manchmal länger als eine Elternzeit; Sie werden also nichts verpassen.`,
      },
      {
        key: 'hollenstedt-wechsel-3',
        from: 'jonas',
        to: ['annegret'],
        at: { day: -91, time: '07:00' },
        automatic: true,
        quotes: false,
        subject: 'Automatische Antwort: Elternzeit und Ihr neuer Ansprechpartner',
        text: `Ich bin in Elternzeit und lese meine Mails nicht. Ihr Ansprechpartner ist Tomasz Wilk, tomasz@wrenfold.example. Für die Niederlande: Priya Raman, priya@wrenfold.example.`,
      },
      {
        key: 'hollenstedt-wechsel-4',
        from: 'tomasz',
        to: ['lessing', 'annegret'],
        cc: ['petersen'],
        at: { day: -85, time: '10:20' },
        text: `Sehr geehrte Frau Hollenstedt, sehr geehrter Herr Dr. Lessing,

Herr Brandt hat mir eine Liste mit vier offenen Zusagen übergeben. Damit Sie sie prüfen können: Betriebsvereinbarung (bei Frau Behrens), Testserver (Herr Dey, bis zum {{datum:-45}}), Lampe an der Tür, gleicher Preis für Halle 2. Wenn etwas fehlt, sagen Sie es mir bitte.`,
      },
      {
        key: 'hollenstedt-wechsel-5',
        from: 'lessing',
        to: ['tomasz'],
        at: { day: -83, time: '07:40' },
        text: `Sehr geehrter Herr Wilk,

danke. Soweit schriftlich vereinbart, ist die Liste vollständig.`,
      },
    ],
  },
  {
    key: 'hollenstedt-testserver',
    subject: 'Testserver House Edition',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-testserver-1',
        from: 'tomasz',
        to: ['petersen'],
        cc: ['hamish', 'lessing'],
        at: { day: -46, time: '15:10' },
        text: `Sehr geehrter Herr Petersen,

der Testserver läuft seit heute Mittag auf Ihrer Maschine, einen Tag vor dem Termin. Herr Dey bittet um Ihr ehrliches Urteil, er verträgt es.`,
      },
      {
        key: 'hollenstedt-testserver-2',
        from: 'petersen',
        to: ['tomasz'],
        cc: ['hamish', 'lessing'],
        at: { day: -38, time: '16:30' },
        text: `Moin,

läuft. Keine Verbindung nach außen, ich habe eine Woche lang am Kabel gelauscht. Zwei Punkte: Anmeldung muss über unser Active Directory gehen, ein zweites Passwort merkt sich hier keiner. Und die Sicherung dauert 40 Minuten, das ist mir zu lang.`,
      },
      {
        key: 'hollenstedt-testserver-3',
        from: 'hamish',
        to: ['petersen'],
        cc: ['tomasz'],
        at: { day: -37, time: '09:05' },
        text: `Thank you. Backup: fair, it copied the index as well, which can be rebuilt. 3 minutes since this morning's build. Active Directory: exists, undocumented, which is the same as not existing. I will send you the page by {{day:-30}}.`,
      },
      {
        key: 'hollenstedt-testserver-4',
        from: 'hamish',
        to: ['petersen'],
        cc: ['tomasz'],
        at: { day: -31, time: '18:20' },
        text: `The page. Step 4 is the one everybody gets wrong, including me.`,
        attachments: [
          {
            name: 'directory-sign-in.md',
            mediaType: 'text/markdown',
            text: '# Sign in with a directory\n1 Service account, read only\n2 Group LOGBOOK\n3 ldaps, port 636\n4 The base DN, in quotes\n5 Test with one person\n',
          },
        ],
      },
      {
        key: 'hollenstedt-testserver-5',
        from: 'petersen',
        to: ['hamish', 'tomasz'],
        cc: ['lessing'],
        at: { day: -27, time: '11:50' },
        text: `Anmeldung läuft, Sicherung 3 Minuten. Von der IT aus kann bestellt werden. Schritt 4 habe ich falsch gemacht.`,
      },
      {
        key: 'hollenstedt-testserver-6',
        from: 'tomasz',
        to: ['petersen'],
        cc: ['hamish', 'lessing'],
        at: { day: -26, time: '10:40' },
        text: `Sehr geehrter Herr Petersen,

Schritt 4 heißt bei uns seit heute Petersen-Schritt, Herr Dey hat ihn neu geschrieben. Danke für Ihre Geduld.`,
      },
    ],
  },
  {
    key: 'hollenstedt-audit',
    subject: 'Überwachungsaudit',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-audit-1',
        from: 'lessing',
        to: ['tomasz'],
        cc: ['mehmet'],
        at: { day: -14, time: '07:35' },
        text: `Sehr geehrter Herr Wilk,

unser Auditor kommt am {{datum:+6}}. Ich werde ihm den Messraum mit Ihren vier Leihfühlern zeigen. Wenn er nichts beanstandet, unterschreibt Frau Hollenstedt in derselben Woche.

Offen ist bei uns nur noch, was telefonisch besprochen wurde.`,
      },
      {
        key: 'hollenstedt-audit-2',
        from: 'tomasz',
        to: ['lessing'],
        cc: ['mehmet'],
        at: { day: -13, time: '09:00' },
        text: `Sehr geehrter Herr Dr. Lessing,

das freut mich sehr. Ich halte mir den {{datum:+6}} frei und bin an dem Tag telefonisch erreichbar, falls der Auditor Fragen hat.`,
      },
      {
        key: 'hollenstedt-audit-3',
        from: 'mehmet',
        to: ['tomasz'],
        at: { day: -3, time: '12:10' },
        quotes: false,
        text: `Hallo Herr Wilk,

kurz und unter uns: Der Chef hat diese Woche zweimal gefragt, ob Post aus Bristol da ist. Er sagt nicht, was er erwartet. Ich dachte, Sie sollten es wissen.`,
      },
    ],
  },
  {
    key: 'hollenstedt-halle-2',
    subject: 'Halle 2, nur zur Information',
    customer: 'hollenstedt',
    messages: [
      {
        key: 'hollenstedt-halle-2-1',
        from: 'petersen',
        to: ['tomasz'],
        cc: ['finn'],
        at: { day: -20, time: '14:00' },
        text: `Moin Herr Wilk,

Finns Eigenbau hängt jetzt auch in Halle 2, 30 Fühler. Er ist im {{monat:+60}} ausgelernt und will danach studieren. Ich suche jemanden, der das dann betreut, und finde keinen. Was würde Halle 2 bei Ihnen kosten?`,
      },
      {
        key: 'hollenstedt-halle-2-2',
        from: 'tomasz',
        to: ['petersen'],
        cc: ['finn', 'lessing'],
        at: { day: -18, time: '11:25' },
        text: `Sehr geehrter Herr Petersen,

30 Wren T und vier Perches, 357 € im Monat, 4.284 € im Jahr; die House Edition bleibt im Preis gleich, wie Herr Brandt es zugesagt hat. Herrn Claasens Bildschirm können wir aus dem Logbuch füttern, er soll ihn nicht abhängen müssen.

Frau Behrens wäre vorher zu fragen.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]
