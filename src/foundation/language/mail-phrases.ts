/** Which phrases of mail programs and letter writers mark history, farewells and small print? */

/** A line that says: everything below is an earlier message. English, German, French, Spanish, Italian, Dutch, Portuguese, Nordic. */
export const HISTORY_RULERS = [
  /^[-_=*\s]{2,}\s*(original(?: message| appointment)?|forwarded (?:message|by .{1,80})|urspr(?:ü|ue)ngliche (?:nachricht|mail|e-mail)|weitergeleitete (?:nachricht|mail)|message (?:d'origine|transf[ée]r[ée])|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|mensagem (?:original|encaminhada)|ursprungligt meddelande|oprindelig meddelelse|reply message|reply separator)\s*[-_=*\s]*$/i,
  /^(begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht)\s*:?\s*$/i,
] as const

/** "On Tue, 3 Mar 2026 at 10:02, Ann <a@b.c> wrote:" in the languages of the mail programs. Tested on one to four joined lines. */
export const ATTRIBUTIONS = [
  /^on\b.{4,240}\bwrote\s*:?\s*$/is,
  /^(?:am|vom)\b.{4,240}\bschrieb\b.{0,160}:\s*$/is,
  /^.{2,120}\bschrieb am\b.{4,120}:\s*$/is,
  /^le\b.{4,240}\ba [ée]crit\s*:?\s*$/is,
  /^el\b.{4,240}\bescribi[óo]\s*:?\s*$/is,
  /^il\b.{4,240}\bha scritto\s*:?\s*$/is,
  /^op\b.{4,240}\bschreef\b.{0,160}:?\s*$/is,
  /^em\b.{4,240}\bescreveu\s*:?\s*$/is,
  /^(?:den|p[åa])\b.{4,240}\b(?:skrev)\b.{0,160}:?\s*$/is,
  /^.{2,80}<[^<>\s]+@[^<>\s]+>\s+(?:wrote|schrieb|a [ée]crit)\s*:?\s*$/is,
] as const

/** How an attribution line can begin: the cheap test before lines are joined. */
export const ATTRIBUTION_START = /^(?:on|am|vom|le|el|il|op|em|den|på)\s\S|<[^<>\s]+@[^<>\s]+>|\bschrieb am\b/i

/** First line of a quoted header block ("From:" / "Von:" ...) and the lines that may follow it. */
export const HISTORY_FROM = /^\*?(?:from|von|de|da|van|från|fra|remetente)\s?:\*?\s*\S/i
export const HEADER_LINE =
  /^\*?(?:from|sent|to|cc|bcc|date|subject|reply-to|sender|message-id|in-reply-to|references|importance|attachments?|x-[a-z-]+|mime-version|content-[a-z-]+|auto-submitted|list-[a-z-]+|return-path|received|thread-[a-z]+|von|gesendet|an|datum|betreff|kopie|envoy[ée]|à|objet|enviado|para|asunto|inviato|data|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|de|da|a|van|från|fra)\s?:/i

/** A line that is nothing but a farewell, perhaps with the name behind it. */
export const FAREWELL =
  /^\W{0,3}(?:(?:with\s+|my\s+)?(?:very\s+|many\s+|all\s+(?:my|the)\s+)?(?:best|kind(?:est)?|warm(?:est)?|friendly)?\s*(?:regards|wishes|greetings)|best|all (?:the )?best|thanks(?: again| in advance| so much| very much| a lot| and (?:best |kind )?regards)?|thank you(?: (?:again|in advance|very much|so much|and (?:best |kind )?regards))?|many thanks(?: (?:again|in advance|and (?:best |kind )?regards))?|cheers|ta|thx|tks|br|rgds|kr|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly|respectfully)?|respectfully(?: yours)?|cordially|take care|talk soon|speak soon|see you(?: soon| then| there)?|have a (?:great|good|nice|lovely) (?:day|evening|weekend|week|one)|mit (?:freundlichen|besten|herzlichen|lieben|sch[öo]nen) gr(?:ü|ue)(?:ß|ss)en|(?:freundliche|beste|herzliche|liebe|sch[öo]ne|viele) gr(?:ü|ue)(?:ß|ss)e|gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg|hochachtungsvoll|met vriendelijke groet(?:en)?|(?:hartelijke|vriendelijke) groet(?:en)?|groet(?:en|jes)?|cordialement|bien (?:cordialement|à vous)|(?:meilleures )?salutations|bonne journée|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|distinti saluti|saluti|med v(?:ä|e)nlig(?:a)? h(?:ä|i)lsn?ing(?:ar)?|mvh|vennlig hilsen|med venlig hilsen|hilsen|atenciosamente|abraços|obrigad[oa])(?:\s+(?:from|aus|uit|van|fra)\s.{1,30})?[\s,.!:;)–—-]*$/i

/** Small print that a server or a legal department adds. */
export const SMALL_PRINT =
  /\b(?:confidential(?:ity)? (?:notice|note|and)|is (?:strictly )?confidential|intended (?:only|solely|exclusively|recipient)|for the (?:sole|exclusive) use|(?:privileged|legally protected)|if you (?:are not|have received|received) (?:the|this)\b.{0,60}\b(?:recipient|error|mistake)|unauthori[sz]ed (?:use|copying|disclosure|review)|no liability|not accept (?:any )?(?:liability|responsibility)|virus(?:es)? (?:check|free|scan|transmitted)|disclaimer|consider the environment|before printing|think before you print|vertrauliche? (?:informationen|und)|nicht der (?:richtige|beabsichtigte) (?:adressat|empf(?:ä|ae)nger)|irrt(?:ü|ue)mlich erhalten|unbefugte|ausgedruckt werden|drucken sie diese|ce message (?:et|est)|confidentiel|destinataire|este mensaje (?:y|es)|confidencial|riservat[oe]|vertrouwelijk|geadresseerde|registered (?:in|office)|company (?:registration|number|no\.)|monitored for|unsubscribe|abmelden|privacy policy)\b/i

/** A notice put on top by the mail gateway. */
export const GATEWAY_NOTICE =
  /^\W{0,4}(?:caution|warning|external(?: e-?mail| sender| message)?|achtung|extern|attention)\b.{0,40}(?:external|outside|originated|sender|extern|absender|click|:|\]|$)|you don't often get (?:e-?mail|email) from|this (?:e-?mail|message) (?:originated|was sent) from outside/i

/** Left by a telephone. */
export const DEVICE_LINE =
  /^(?:sent|get|envoy[ée]|gesendet|von meinem|enviado|inviato|verstuurd|verzonden|sendt|skickat)\b.{0,24}\b(?:i ?phone|i ?pad|i ?os|android|mobile|samsung|galaxy|blackberry|outlook|handy|smartphone|mobil|huawei|tablet|yahoo|proton)\b.{0,60}$/i

/** Words of a signature block: telephone, site, legal form, register. */
export const CONTACT_LINE =
  /(?:\b(?:tel|phone|mob(?:ile)?|fax|direct|cell|t|m|p|e|w|f)\s?[.:|]\s?[+(\d\w]|\+\d[\d ()/.-]{6,}|\bwww\.|https?:\/\/|\S+@\S+\.\S+|\b(?:gmbh|ag|ltd|llc|inc|plc|b\.?v|s\.?a|s\.?r\.?l|oy|ab|a\/s|kg|e\.?v)\b\.?|\bHRB\b|\bVAT\b|\bUSt\b)/i
