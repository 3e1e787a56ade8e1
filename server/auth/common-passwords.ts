/** What people choose when they must choose twelve characters. Compared in lower case, with and without a tail. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password passwort passw0rd passwordpassword mypassword yourpassword newpassword thepassword passwordonly
  administrator administrador adminadmin admin administrator1 superadmin rootroot root welcome welcomewelcome
  letmein letmeinplease letmeinnow iloveyou iloveyouforever iloveyousomuch changeme changemenow changeit default
  qwerty qwertyuiop qwertyuiopasdf qwertyqwerty qwerty12345678 qazwsxedcrfv qazwsxedc asdfghjkl asdfghjklqwe
  zxcvbnm zxcvbnmasdfgh 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r 1qaz2wsx asdfasdfasdf
  abcdefghijkl abcdefgh abcabcabcabc abcd1234abcd abc123abc123 123abc123abc 1234qwerasdf 123qweasdzxc
  123123123123 112233445566 121212121212 098765432109 987654321098 111222333444 012345678901
  football baseball basketball superman batman spiderman pokemon starwars dragon monkey princess sunshine
  shadow master michael jordan jennifer jessica charlie liverpool chelsea arsenal manchesterunited
  manchester barcelona realmadrid internet computer google facebook instagram microsoft windows samsung
  secret topsecret secretpassword security private confidential temporary temppassword testtest test testing
  testpassword trustno1 whatever whatsapp hellohello helloworld hello goodmorning goodmorning1 summer winter
  spring autumn january february monday sunday mufakat musyawarah mufakatmufakat asean aseansecretariat
  aseanaseanasean secretariat accsm delegation delegate ministry government indonesia malaysia singapore
  thailand philippines vietnam cambodia myanmar laos brunei timorleste bangkok jakarta manila kualalumpur
  correcthorsebatterystaple unbelievable everything friendship lovelovelove loveforever togetherforever
  jesuschrist godisgood godislove blessed thankyoujesus motherfucker fuckyoufuckyou
  `
    .trim()
    .split(/\s+/),
);
