/** What was said with the laundry and the hospitals? */
import type { Call } from '../story-shape.ts'

export const clystCalls = [
  {
    key: 'call-clyst-discovery',
    title: 'Clyst Valley Linen, first call',
    customer: 'clyst',
    at: { day: -146, time: '14:00' },
    form: 'vtt',
    minutes: 44,
    script: `
bernadette: Before you start, I do not want slides.
priya: I have none. I have a pencil. What is the chart of the machine, and why is it not enough any more?
wesley: The controller records the set point. It says what the machine meant to do.
priya: And not what the water did.
wesley: Precisely. For the assessor we add wax strips. They melt at seventy-one. They do not say for how long.
priya: What happened in {{month:-170}}, if I may?
bernadette: A ward had four infections and somebody asked for the loads. We had nine hundred loads and forty-five strips.
wesley: I sat up with the binder for two nights. I could prove five per cent and believe the rest.
priya: What did the hospital say?
bernadette: They were polite. That is when I knew it was serious.
wesley: Since then a colleague and I walk to each tunnel every hour and copy the temperature off the display by hand. It is two people, six times a shift.
priya: What would you do with that time?
wesley: My job, I believe.
priya: If you could have only one thing from us, what would it be?
wesley: I need to be able to name a load and see its temperature, minute by minute, eight years later.
bernadette: And I want to hear about a bad load before my customer does.
priya: How soon is soon enough?
wesley: The press is four minutes down the line. After the press it is folded with nine hundred others and it is lost.
priya: So within four minutes, to whoever stands there. Who stands there at night?
bernadette: Arthur Penhale, or whoever Arthur trusts. It has to be loud, it is eighty-six decibels in there.
priya: Loud and red. What else is in the room? Heat, water, steel?
wesley: Ninety per cent humidity on a good day. Our last wireless thermometers lasted five weeks.
priya: Whose were they?
wesley: I would rather not say. They were well made. They were not made for us.
priya: Then I'd like Isla to come and put one of ours in the worst place before we talk about money.
bernadette: Good. Budget, since you'll want to know: I have ten thousand this year and I had to be rude for it.
priya: And who else has to say yes?
bernadette: Everyone. It is the health service. I'll write it down for you one day.
wesley: One more point. Some of our night staff read very little. Colours would help them more than words.
priya: That one I would have missed. Thank you.
wesley: I will send you the list by {{weekday:-144}}.
priya: And I will answer it line by line.`,
  },
  {
    key: 'call-clyst-infection-control',
    title: 'Dr Vasey, what would be enough',
    customer: 'clyst',
    at: { day: -120, time: '17:30' },
    form: 'txt',
    minutes: 22,
    script: `
helena: I have twenty minutes between a ward round and a train.
priya: Then one question. What would you need to see so that you could say: it was not the sheets?
helena: The load. The time. The coldest probe, not the average. Averages have killed more people than surgeons.
isla: The coldest probe is already how we colour the line. We never average.
helena: Good. Who chose that?
isla: A man called Hamish. He keeps bees and says averages kill hives.
helena: I should like to meet him. Next: I must be able to see it without asking the laundry, on my own screen, at eleven at night.
priya: A login of your own that can read and not touch?
helena: Exactly that. It isn't mistrust of Wesley. It is that he sleeps and I don't.
priya: What worries you about doing this at all?
helena: That everybody will look at the laundry and stop washing their hands. A green line is very comforting.
priya: I don't have an answer to that.
helena: No. But you didn't invent one, so carry on.
isla: Would a false alarm do harm? We can set it tight or loose.
helena: Tight. A load washed twice costs four pounds. I'll defend every one of them.
priya: Would you tell the board that, if it came to the board?
helena: If it works on one tunnel I will. I don't recommend things that I have not seen working.
isla: We'd like to put six probes in tunnel 2 for four weeks.
helena: Six. Who said six? I said six.
isla: Wesley said you would say that.
helena: There's my train. Send me the raw numbers, not the pretty ones.
isla: I'll send you the raw file at the end of every week.`,
  },
  {
    key: 'call-clyst-trial-review',
    title: 'Tunnel 2, review of the trial',
    customer: 'clyst',
    at: { day: -36, time: '10:00' },
    form: 'vtt',
    minutes: 31,
    script: `
wesley: I have printed it, forgive me. Eleven thousand four hundred and twelve loads.
isla: And four cold ones. One was Arthur's ice.
arthur: Two were mine. Ice and steam. I'm only owning up to two.
wesley: That leaves two that were real, in four weeks. In one tunnel.
priya: I don't want to multiply that by three and by fifty-two.
wesley: I have already done it and I wish I had not.
bernadette: Before this, what would we have said was the number?
wesley: None. We would have said none, and signed it.
priya: Arthur, what was bad about it? You've lived with it.
arthur: The clip, that's mended. The screen's too far from the tunnel. And it must not beep when it's only telling you the battery's low, I nearly went up the ladder for that.
isla: Battery goes to Wesley by mail from tonight, not to you by siren.
arthur: Then I've nothing. It's a decent bit of kit. It's the first one that's been in there longer than a month.
wesley: For the record, a wish. The load page should show which hospital it was for. We have that in our system, you have not.
isla: If your system can write a file every night we can read it.
wesley: It can write a file. It can do little else.
priya: Is there anything that would make you vote no, any of you?
bernadette: Money, and Graham Tull. In that order on Mondays and the other way round on Fridays.
wesley: I would vote yes today. I want six probes in each, though, not three.
arthur: Six. And spare clips in my drawer.
priya: Six, and clips in Arthur's drawer. I'll write it that way.
bernadette: The board will ask for a reference. Is there somebody, not Sue, who will take a call?
priya: A ferry line. There was a time they would have said something else. I'd like you to hear both halves of it.
bernadette: Now that is a reference I'll actually ring.
priya: I'll ask Callum Rennie and send you his number by {{weekday:-33}}.`,
  },
  {
    key: 'call-clyst-terms',
    title: 'Terms, with procurement',
    customer: 'clyst',
    at: { day: -19, time: '11:00' },
    form: 'txt',
    minutes: 25,
    script: `
pauline: I said in writing only, and here I am on the telephone. The lawyers asked for it.
tomasz: We will send you a note afterwards, so that it is in writing after all.
pauline: Thank you. Clause 7. You want payment in thirty days. Ours is sixty.
priya: It is sixty in the offer. The contract template says thirty, that's our mistake.
tomasz: Sixty. I'll have it corrected.
pauline: Clause 11, term. You ask for thirty-six months for the ten per cent. We can't commit beyond the funding year without the board.
tomasz: What would the board be comfortable with?
pauline: Twelve, with an option of two more years at the same price.
tomasz: Twelve with an option is the list price. I want to be straight with you, the ten per cent pays for sensors we cannot take back.
pauline: Then leave the price as it is and give me the option.
tomasz: The option at the same price, two years. That I can do.
priya: What would make this hard for you in front of the board, Ms Marsh?
pauline: If another bidder moves at the last minute. They do.
priya: And then?
pauline: Then I come back to you, and I'd rather not have to.
tomasz: Is it the price that is difficult, or that you can't compare?
pauline: The comparing. If I can put two columns beside each other with the same rows I can defend nearly anything.
priya: I'd like to give you the rows and leave the other column empty. You fill it in.
pauline: That would be useful. That would be very useful.
priya: You'll have the rows by {{weekday:-16}}, nothing else on the page.
pauline: And clause 14, if you are ever sold, I want to hear it from you.
tomasz: That is a promise I can ask Maud for. She doesn't sell things she likes.`,
  },
] as const satisfies readonly Call[]
