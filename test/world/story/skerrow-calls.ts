/** What was said on the telephone with Skerrow? */
import type { Call } from '../story-shape.ts'

export const skerrowCalls = [
  {
    key: 'call-skerrow-review',
    title: 'Skerrow half-year review',
    customer: 'skerrow',
    at: { day: -172, time: '14:00' },
    form: 'vtt',
    minutes: 41,
    script: `
priya: Can everybody hear me? I have Isla next to me.
callum: Perfectly well. I have Captain Mowat with me, who is eating a biscuit.
agnes: I am offering you one. It does not travel by telephone.
priya: Then let me start with what is not good. You have had gaps on two ships in ten weeks, and they are ours.
callum: Four, if one counts the short ones. I count them.
isla: I count them too. Four on Guillemot, three on Fulmar, and Donnie found the cause before we did.
agnes: Mr Laing finds most causes. What I want to know is what happens beyond Stack Head. We are out of signal for seven hours of every outer crossing.
priya: What would good look like for you, Captain?
agnes: The log has to go on writing itself when there is no signal and when the power blinks, and I should not have to know which of the two it was.
isla: That is a fair specification. I would print that.
callum: There is also the medicine locker. If the insulin has been warm, the island nurse throws it away, and there is no other until the next boat.
priya: How often has that happened?
callum: Once, before your time. It was a Sunday. Nobody was harmed, but we chartered a fishing boat to fetch more and I signed for it.
agnes: Nine hundred pounds for a fishing boat. I remember the invoice and the smell.
isla: The Marine Perch that Hamish has on the bench does what you ask. Battery inside, writes every minute, sixty days.
callum: Does it also do Turnstone and Razorbill? They have a different supply, twenty-four volts.
isla: It takes nine to thirty-six. It would take a bicycle dynamo.
agnes: When?
priya: I would like to write that to you on {{weekday:-171}} with a date, after I have spoken to the people who make the housing.
agnes: I like that better than a date made up on the telephone.
callum: One more thing, smaller. The weekly report comes as a PDF of fourteen pages. I print two.
isla: Which two?
callum: The exceptions and the signature page. If it could be just those two I would save a small forest.
isla: I'll set that up by {{weekday:-170}}. It is a tick box that nobody has ever told you about.
agnes: I have nothing further. Thank you for saying "they are ours". It saves time.
priya: Thank you, Captain. You'll have it in writing on {{weekday:-171}}.`,
  },
  {
    key: 'call-skerrow-soup',
    title: 'Maud Ellery at Kirkhaven harbour office',
    customer: 'skerrow',
    at: { day: -121, time: '10:00' },
    form: 'txt',
    minutes: 58,
    script: `
rhona: You came on the night boat. Most people fly and complain about the fog.
maud: I wanted to see the run in the dark. I stood with your mate when the signal went. It just stops, at a rock.
agnes: Stack Head. Everything stops there except the ship.
maud: May I record this? So that nobody has to remember what I promised.
rhona: Please do. I would have asked.
maud: Then I'll begin. We knew on a {{weekday:-158}} and told you nearly two weeks later. That is the thing, isn't it? Not the housing.
rhona: That is the thing.
agnes: A late part I understand. I have waited fourteen months for a crankshaft.
maud: The housings passed on the second try, this week. Batteries are on their way. I have three people on it and I am one of them.
rhona: And the date?
maud: Thirty days of work would do. I am giving you a date that I can hold if one more thing goes wrong.
agnes: And if two things go wrong?
maud: Then you will hear it from me in the same week, not from a van.
rhona: Mr Rennie, you are very quiet.
callum: I am adding up paper. We are writing every fridge by hand on four ships. It is costing us about eleven hours a week.
rhona: I need a record I can put in front of a coroner, Ms Ellery. That is what this is about. Somebody's grandmother and her insulin, on a bad day.
maud: I know. I will not say "I understand", I will say five ships, fitted and tested.
agnes: Fitted is easy. How do you test the absence of a thing?
maud: We pull the power ten times and wrap the antenna in foil for an hour, and your own engineer signs, not ours.
agnes: Donnie will enjoy that.
rhona: Kelvara's man did not offer to be unplugged.
maud: I would still talk to him. If we fail you should have somewhere to go, and I'd rather you had it arranged.
rhona: That is either very honest or very clever.
maud: I am too tired to be clever. What is in this soup?
agnes: Barley. Do not change the subject.
maud: One more from my side. I'd like you to pay nothing for the quarter with the holes, and I'd like to say so before Mrs Gow has to ask.
rhona: She'll be disappointed, she had a letter drafted.
callum: Can Miss Kerr be the one who fits them? The crews know her.
maud: Yes. I'll put it to her today but she has packed her bag already.
rhona: Then we understand each other. Put it in writing. The notice stands until I see it.
maud: It should stand. I'll write it on the boat home.`,
  },
  {
    key: 'call-skerrow-freight',
    title: 'Freight deck, reefer plugs',
    customer: 'skerrow',
    at: { day: -5, time: '14:00' },
    form: 'vtt',
    minutes: 34,
    script: `
magnus: You'll have to shout, I'm on the deck. I thought you'd rather see it than hear about it.
isla: I see a lot of salt.
magnus: That's plug one. They go down the side, twelve of them, six metres apart. Plug seven is the bad one.
priya: Tell us about plug seven.
magnus: The breaker trips when the bow thruster starts, one time in twenty. Nobody on the bridge knows. The lad walks the deck every two hours with a torch and puts his hand on the units.
isla: He puts his hand on them?
magnus: If it hums it's cold. That's the system. It has a paper sheet, and in a swell the sheet is filled in at the pier, I'm not daft.
priya: And what does the insurer ask for?
magnus: A reading every fifteen minutes for each trailer, kept for two years. Without it they want another four thousand a year in premium.
isla: Every five minutes is what a probe does on its own, and two years is nothing.
magnus: Then there's the alarm. It must ring on the bridge, not on some telephone in an office, and it must ring within five minutes.
isla: The buzzer is wired. One cable from the freight deck to the bridge. The Perch decides, not the network.
magnus: One cable through a watertight bulkhead. You'll need the class surveyor for the gland.
isla: That's the thing I didn't know. How long does a surveyor take?
magnus: Three weeks if he likes you. I'll ask him whether the spare gland at frame 40 can be used, there's one there from the old tannoy.
priya: That would be worth a lot. Who decides about the money, Magnus?
magnus: Rhona. I write the case, Fiona pokes it, Rhona decides. Callum you know.
priya: What does a lost trailer cost you, apart from the fish?
magnus: The haulier. There are two of them and they talk to each other in the same pub. Lose a load and you've lost a customer.
isla: Would the probe go inside the trailer or at the plug?
magnus: At the plug and one on a lead into the back. They won't let you drill, they're not our trailers.
isla: A lead then. We have one for bread ovens that will think this is a holiday.
priya: I make it twenty-four probes and two Marine Perches. Four thousand one hundred and fifty-two pounds a year, before the bridge buzzer, which I can't price yet.
magnus: That's about what the insurer wants for nothing. I like that sum.
priya: I'll have a price for the buzzer by the time you have Isla's drawing.
magnus: Good. I've to go, there's a man reversing.`,
  },
] as const satisfies readonly Call[]
