// Prints what path.Match says of the pairs on standard input: a JSON list of [glob, name] in, a list of booleans out.
package main

import (
	"encoding/json"
	"os"
	"path"
)

func main() {
	var pairs [][2]string
	if err := json.NewDecoder(os.Stdin).Decode(&pairs); err != nil {
		panic(err)
	}
	answers := make([]bool, len(pairs))
	for i, pair := range pairs {
		answers[i], _ = path.Match(pair[0], pair[1])
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
