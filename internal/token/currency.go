package token

import "strings"

// currencies has a line for each currency: its code, the names that are its
// own, and after the colon whose it is where the name is shared. Codes with *
// are words of their own in capitals and are never read as codes.
const currencies = `
AED : Emirati|UAE|Emirates : dirham dirhams
AFN afghani afghanis afs :
ALL* lek leke leks :
AMD dram drams :
ANG : Antillean|Curacao : guilder guilders
AOA kwanza kwanzas :
ARS : Argentine|Argentinian : peso pesos
AUD : Australian : dollar dollars
AWG florin florins :
AZN : Azerbaijani|Azeri : manat manats
BAM mark marks km : convertible|Bosnian : mark marks
BBD bds : Barbados|Barbadian : dollar dollars
BDT taka takas :
BGN lev leva levs :
BHD : Bahraini|Bahrain : dinar dinars
BIF : Burundian|Burundi : franc francs
BND : Brunei|Bruneian : dollar dollars
BOB boliviano bolivianos bs :
BRL real reais reals :
BSD : Bahamian|Bahamas : dollar dollars
BTN ngultrum ngultrums :
BWP pula pulas :
BYN : Belarusian : ruble rubles rouble roubles
BZD : Belize|Belizean : dollar dollars
CAD : Canadian : dollar dollars
CDF : Congolese : franc francs
CHF : Swiss : franc francs
CLP : Chilean : peso pesos
CNY rmb renminbi yuan :
COP : Colombian : peso pesos
CRC : Costa Rican|Rican : colon colones
CUP* : Cuban : peso pesos
CVE escudo escudos :
CZK : Czech : crown crowns koruna korunas
DJF : Djiboutian|Djibouti : franc francs
DKK : Danish : krone kroner krona
DOP : Dominican : peso pesos
DZD : Algerian : dinar dinars
EGP : Egyptian : pound pounds
ERN nakfa nakfas :
ETB birr birrs :
EUR euro euros :
FJD : Fijian|Fiji : dollar dollars
GBP sterling : British|Sterling : pound pounds
GEL lari laris :
GHS cedi cedis :
GMD dalasi dalasis :
GNF : Guinean|Guinea : franc francs
GTQ quetzal quetzals quetzales :
GYD : Guyanese|Guyana : dollar dollars
HKD : Hong Kong : dollar dollars
HNL lempira lempiras :
HRK kuna kunas :
HTG gourde gourdes :
HUF forint forints :
IDR rupiah rupiahs :
ILS shekel shekels :
INR : Indian : rupee rupees
IQD : Iraqi|Iraq : dinar dinars
IRR : Iranian : rial rials
ISK : Icelandic|Iceland : krona kronur kronas
JMD : Jamaican|Jamaica : dollar dollars
JOD : Jordanian|Jordan : dinar dinars
JPY yen :
KES : Kenyan|Kenya : shilling shillings
KGS som soms :
KHR riel riels :
KMF : Comoros|Comorian : franc francs
KPW : North Korean : won
KRW : Korean|South Korean : won
KWD : Kuwaiti|Kuwait : dinar dinars
KYD : Cayman Islands|Cayman : dollar dollars
KZT tenge tenges :
LAK kip kips :
LBP : Lebanese : pound pounds lira
LKR : Sri Lankan|Lankan : rupee rupees
LRD : Liberian|Liberia : dollar dollars
LSL maloti loti :
LYD : Libyan : dinar dinars
MAD* : Moroccan : dirham dirhams
MDL : Moldovan : leu lei
MGA ariary ariarys :
MKD denar denars :
MMK kyat kyats :
MNT tugrik tugriks tugrug :
MOP* pataca patacas :
MRO ouguiya ouguiyas :
MRU :
MUR : Mauritian : rupee rupees
MVR rufiyaa :
MWK : Malawian|Malawi : kwacha kwachas
MXN : Mexican : peso pesos
MYR ringgit ringgits :
MZN metical meticais meticals :
NAD : Namibian|Namibia : dollar dollars
NGN naira nairas :
NIO cordoba cordobas :
NOK : Norwegian : krone kroner
NPR : Nepali|Nepalese|Nepal : rupee rupees
NZD : New Zealand : dollar dollars
OMR : Omani|Oman : rial rials riyal riyals
PAB balboa balboas :
PEN* sol soles nuevos :
PGK kina kinas :
PHP : Philippine|Filipino : peso pesos
PKR : Pakistani|Pakistan : rupee rupees
PLN zloty zlotys zloties :
PYG guarani guaranis guaranies :
QAR : Qatari|Qatar : rial rials riyal riyals
RON : Romanian : leu lei
RSD : Serbian : dinar dinars
RUB : Russian : ruble rubles rouble roubles
RWF : Rwandan|Rwanda : franc francs
SAR : Saudi|Arabian : riyal riyals rial rials
SBD : Solomon Island|Solomon Islands : dollar dollars
SCR : Seychelles|Seychellois : rupee rupees
SDG : Sudanese : pound pounds
SEK : Swedish : krona kronor kronas kroner
SGD : Singapore|Singaporean : dollar dollars
SLL leone leones :
SOS* : Somali : shilling shillings
SRD : Surinamese|Suriname : dollar dollars
SSP : South Sudanese : pound pounds
STD dobra dobras :
SVC : Salvadoran : colon colones
SYP : Syrian : pound pounds
SZL emalangeni lilangeni :
THB baht bahts :
TJS somoni somonis :
TMT : Turkmen|Turkmenistan : manat manats
TND : Tunisian : dinar dinars
TOP* paanga :
TRY* : Turkish : lira liras
TTD : Tobago : dollar dollars
TWD ntd : New Taiwan|Taiwan|Taiwanese : dollar dollars
TZS : Tanzania|Tanzanian : shilling shillings
UAH hryvnia hryvnias hryvna hryvnya :
UGX : Ugandan|Uganda : shilling shillings
USD dollar dollars : US|U.S.|American : dollar dollars
UYU : Uruguayan : peso pesos
UZS soum soums sum :
VEF : Venezuelan : bolivar bolivars bolivares
VND dong dongs :
VUV vatu :
WST tala :
XAF : Central African : cfa fcfa
XCD : Eastern Caribbean|East Caribbean : dollar dollars
XOF : West African : cfa fcfa
YER : Yemeni : rial rials riyal riyals
ZAR rand rands :
ZMW : Zambian|Zambia|new : kwacha kwachas
ZWD : Zimbabwean|Zimbabwe : dollar dollars
`

const (
	// Names that mean other things too: see reading.currencyWords.
	doubtful = `afghani afghanis afs mark marks real reals sol som soms won sum guarani guaranis crown crowns
		pound pounds boliviano bolivianos colon lek dong bs km loti sterling nuevos dram drams cordoba lev`

	// What stands right before a dollar sign, and whose dollars those are.
	signs = `US USD U.S. USD A AUD AU AUD C CAD CA CAD CDN CAD NZ NZD HK HKD S SGD R BRL NT TWD TT TTD EC XCD
		BZ BZD J JMD B BSD BD BMD N NAD`
)

// addCurrencies adds the names, codes and signs of money.
func (n *Numbers) addCurrencies(v *Vocab) {
	n.codes = append(n.codes, "") // 0 is for names that several currencies share
	for _, line := range strings.Split(strings.TrimSpace(currencies), "\n") {
		own, shared, _ := strings.Cut(line, ":")
		names := strings.Fields(own)
		code := strings.TrimSuffix(names[0], "*")
		at := len(n.codes)
		n.codes = append(n.codes, code)
		if code == names[0] {
			n.put(v.Add(code), isCode, at)
		}
		for _, name := range names[1:] {
			n.put(v.Add(name), isCurrency, at)
		}
		whose, nouns, _ := strings.Cut(shared, ":")
		for _, noun := range strings.Fields(nouns) {
			n.addShared(v, noun, whose, code)
		}
	}
	n.put(v.Add("cfa"), isCode, 0)
	n.put(v.Add("fcfa"), isCode, 0)
	n.put(v.Add("xof"), isCode, 0)
	n.set(v, isDoubtful, doubtful)
	pairs := strings.Fields(signs)
	for i := 0; i < len(pairs); i += 2 {
		n.put(v.Add(pairs[i]), isSign, n.codeIndex(pairs[i+1]))
	}
}

// addShared says that noun behind one of the words in whose is the currency
// code.
func (n *Numbers) addShared(v *Vocab, noun, whose, code string) {
	id := v.Add(noun)
	n.put(id, isCurrency, 0)
	for _, words := range strings.Split(whose, "|") {
		p := phrase{code: code}
		for _, w := range strings.Fields(words) {
			p.before = append(p.before, v.Add(w))
		}
		n.phrases[id] = append(n.phrases[id], p)
	}
}

func (n *Numbers) codeIndex(code string) int {
	for i, c := range n.codes {
		if c == code {
			return i
		}
	}
	n.codes = append(n.codes, code)
	return len(n.codes) - 1
}
