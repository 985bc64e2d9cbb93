/** What was said with the seed people? */
import type { Call } from '../story-shape.ts'

export const polderCalls = [
  {
    key: 'call-polder-halls',
    title: 'Drying halls, with Henk in the room',
    customer: 'oudepolder',
    at: { day: -180, time: '15:00' },
    form: 'txt',
    minutes: 29,
    script: `
jonas: Good afternoon. Is Henk there?
femke: Henk is there but he says he does not talk to telephones. I translate.
jonas: Good afternoon, Henk. How do you know when a lot is dry?
femke: He says he puts his hand in it. Then he bites one.
jonas: And when is it too fast?
femke: When it bites back. He means the coat is hard and the middle is still wet. Then it dies later, in the bag.
jonas: How would you see it in the air?
femke: If the humidity falls below thirty in the first night it is too fast. We have one dial for a hall of forty metres.
jonas: Is it the same at both ends of the hall?
femke: He laughs. He says the dial hangs where the old boss could reach it.
jonas: So the first need is more places.
femke: Six places in each hall, that is what I would like. And he wants it on a screen by the fan, not on my telephone, because he turns the fan.
jonas: A screen by the fan is possible. How much chaff is in the air?
femke: A lot. You can write your name on the dial after a day.
jonas: The Wren TH breathes through a small hole. It will suffocate.
femke: Henk says: a tea strainer. He uses one on his radio.
jonas: Henk, that is really good. I mean it. I take it to Hamish.
femke: He is blushing, it is very nice to see.
jonas: What did 4471 cost, if I may ask again?
femke: Sixty-two thousand euro, and a breeder who did not speak to me for a week. It was eight years of his work.
jonas: And how many lots a year are like that?
femke: I don't know. That's the problem. I know of two. I fear five.
jonas: Who decides about the halls?
femke: Joost. He listens to me and he looks at onions. Budget is in {{month:-125}}.
jonas: Then I will send you an offer by {{day:-174}}, so that you can sleep on it before.
femke: No hurry. Henk wants to know if he can keep the dial.
jonas: Please keep the dial.`,
  },
  {
    key: 'call-polder-goodbye',
    title: 'Femke, Ruben and the vault',
    customer: 'oudepolder',
    at: { day: -84, time: '15:00' },
    form: 'vtt',
    minutes: 24,
    script: `
femke: So, Ruben, this is Priya, this is Isla. They are the reason that you never hear about the vault.
ruben: Good afternoon. I have twenty minutes.
priya: Then I'd rather listen than talk. What do you want to know?
ruben: What it costs and what happens if we stop.
isla: If you stop, the readings stop. The vault keeps running as long as it keeps running.
ruben: It has a red lamp.
femke: It has a red lamp inside the vault, Ruben.
priya: It's five hundred and fourteen euro sixty a month, and eleven hundred and forty-four a year for calibration.
ruben: That is seven thousand three hundred. For a fridge.
femke: For three thousand one hundred varieties. Tell him about the compressor.
isla: On the night of {{day:-150}} it stopped at ten to two. At twenty-five past Henk had the reserve on. It reached minus sixteen point nine.
ruben: And without you?
isla: I can't tell you. It depends when somebody opens the door. Femke opened it at eight on weekdays.
ruben: A logger with a USB plug is forty euro. I looked.
priya: It is, and it's honest about what it is. It remembers. It doesn't call.
ruben: I must save six percent over everything. It is not personal.
priya: I don't take it so. What would you need to see before {{month:+32}}?
ruben: One page. What is there, what it costs, what it did. No more than one page.
priya: I'll send you one page by {{day:-78}}.
femke: And he should come on the Nightline list when I go.
ruben: We see. I have another meeting.
femke: He is not a bad man. He was never in there at two in the morning.`,
  },
  {
    key: 'call-noordveld',
    title: 'Noordveld, three vaults',
    customer: 'noordveld',
    at: { day: -17, time: '10:00' },
    form: 'vtt',
    minutes: 33,
    script: `
femkeAtNoordveld: You see, I am smiling, and behind me is a door from 1974.
priya: It looks like a bank.
pieter: It is from a bank. They were closing one. Twelve centimetres of steel.
isla: Then nothing I own talks through it.
pieter: Nothing does. I have to prop it open to telephone from inside, and I hate that.
priya: What happens at night today, Pieter?
pieter: A red lamp goes on above the porter's window. The porter retired. So I drive here on Sundays to look at a lamp.
femkeAtNoordveld: Forty kilometres. He does it without being asked.
priya: How often has the lamp been on?
pieter: Twice in four years, that I saw.
femkeAtNoordveld: That he saw.
priya: What does the ministry say about data?
femkeAtNoordveld: Nothing may leave the house. It must run on our own server, and an auditor from the ministry has to be able to read it.
isla: That's the House edition. Who looks after your server?
pieter: I do. It's one machine under my desk. I'd like it to need nothing from me.
isla: It needs an update four times a year. Ten minutes.
pieter: Ten minutes I have.
priya: And the three collections, are they equally precious?
femkeAtNoordveld: The old one is the most. Landraces from villages that are under a lake now.
isla: I'd put two probes in there with wires through the gland, and the box outside the door.
pieter: There's a gland. It has a telephone wire in it from 1974.
isla: I love that telephone wire.
priya: Femke, when must the application be in?
femkeAtNoordveld: On {{day:+12}}. Before that I need your lines on paper, with a sentence for each that a civil servant believes.
priya: You'll have the estimate by {{day:-9}}, with sentences.
femkeAtNoordveld: And this time I am not leaving after it. I have told them I stay until the lake dries up.`,
  },
] as const satisfies readonly Call[]
